import process from 'node:process';
import { buildImage } from './build-image.ts';
import { imagePlan } from './plan.ts';

const usage = 'usage: node local/src/images/command.ts plan | build NAME...\n';

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** `plan` lists every image and whether it can be built; `build` builds the named ones. One JSON object per line. */
async function main(verb: string | undefined, names: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  if (verb === 'plan') {
    for (const image of await imagePlan()) process.stdout.write(`${JSON.stringify(image)}\n`);
    return 0;
  }
  if (verb === 'build' && names.length > 0) {
    for (const name of names) {
      const built = await buildImage(name, { signal: interruption.signal, log });
      process.stdout.write(`${JSON.stringify(built)}\n`);
    }
    return 0;
  }
  process.stderr.write(usage);
  return 2;
}

const [verb, ...names] = process.argv.slice(2);
process.exitCode = await main(verb, names);
