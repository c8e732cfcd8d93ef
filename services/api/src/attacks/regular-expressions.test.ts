import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

interface Expression {
  source: string;
  flags: string;
  where: string;
}

/** Every regular expression in the code that sees what people send: the contract's schemas, the API, the dashboard. */
async function expressions(): Promise<Expression[]> {
  const found: Expression[] = [];
  for await (const file of glob('{contract,runtime,services/api,database}/src/**/*.ts', { cwd: root })) {
    if (file.includes('.test.') || file.includes('/testing/') || file.includes('/attacks/')) continue;
    const { program } = parseSync(file, await readFile(`${root}${file}`, 'utf8'));
    new Visitor({
      Literal: (node) => {
        if ('regex' in node) found.push({ source: node.regex.pattern, flags: node.regex.flags, where: file });
      },
    }).visit(program);
  }
  return found;
}

let all: Expression[];
beforeAll(async () => {
  all = await expressions();
});

describe('regular expressions on what people send', () => {
  it('are all found', () => {
    expect(all.length).toBeGreaterThan(30);
    expect(all.map(({ source }) => source)).toContain('^[a-z][a-z0-9._-]{2,31}$');
  });

  it('take no more than linear time, whatever is sent', { timeout: 300_000 }, async () => {
    const slow: string[] = [];
    for (const { source, flags, where } of all) {
      const { status } = await check(source, flags, { timeout: 20_000 });
      if (status !== 'safe') slow.push(`${status}: /${source}/${flags} in ${where}`);
    }
    expect(slow).toEqual([]);
  });

  it('would be noticed', async () => {
    expect((await check('^(a+)+$', '')).status).toBe('vulnerable');
  });
});
