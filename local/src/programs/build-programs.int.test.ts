import { execa } from 'execa';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ProgramGroup } from './catalog.ts';

let root: string;
let registry: Server;
/** Stands before the real registry: off, it breaks every connection in the middle of a module's archive. */
let isRegistryWhole: boolean;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'shopwright-build-'));
  const real = (await execa('go', ['env', 'GOPROXY'], { cwd: '/' })).stdout.split(/[,|]/)[0] ?? '';
  isRegistryWhole = true;
  registry = createServer((request, response) => {
    void fetch(`${real}${request.url}`).then(
      async (answer) => {
        const body = Buffer.from(await answer.arrayBuffer());
        response.writeHead(answer.status, { 'content-length': body.length });
        if (isRegistryWhole || !request.url?.endsWith('.zip')) return response.end(body);
        return response.write(body.subarray(0, body.length / 2), () => response.destroy());
      },
      () => response.writeHead(502).end(),
    );
  });
  registry.listen(0, '127.0.0.1');
  await once(registry, 'listening');
  vi.stubEnv('GOPROXY', `http://127.0.0.1:${(registry.address() as AddressInfo).port}`);
  vi.stubEnv('GOCACHE', undefined);
  vi.stubEnv('GOMODCACHE', undefined);
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'));
  vi.resetModules();
});

afterEach(async () => {
  const { dropGoCaches } = await import('./build-programs.ts');
  await dropGoCaches();
  vi.unstubAllEnvs();
  registry.close();
  await rm(root, { recursive: true, force: true });
});

/** A program with one dependency of its own. */
async function sampleGroup(): Promise<ProgramGroup> {
  const moduleDirectory = join(root, 'module');
  await mkdir(join(moduleDirectory, 'sample'), { recursive: true });
  await writeFile(
    join(moduleDirectory, 'go.mod'),
    'module sample\n\ngo 1.26\n\nrequire github.com/munnerz/goautoneg v0.0.0-20191010083416-a7dc8b61c822\n',
  );
  await writeFile(
    join(moduleDirectory, 'go.sum'),
    [
      'github.com/munnerz/goautoneg v0.0.0-20191010083416-a7dc8b61c822 h1:C3w9PqII01/Oq1c1nUAm88MOHcQC9l5mIlSMApZMrHA=',
      'github.com/munnerz/goautoneg v0.0.0-20191010083416-a7dc8b61c822/go.mod h1:+n7T8mK8HuQTcFwEeznm/DIxMOiR9yIdICNftLE1DvQ=',
      '',
    ].join('\n'),
  );
  await writeFile(
    join(moduleDirectory, 'sample/main.go'),
    'package main\n\nimport "github.com/munnerz/goautoneg"\n\nfunc main() { println(len(goautoneg.ParseAccept("text/html"))) }\n',
  );
  return { name: 'sample', moduleDirectory, packages: { sample: './sample' }, linkerFlags: '', usualBuildMs: 0 };
}

const finishedAndHalf = async (): Promise<string[]> => {
  const directory = join(root, 'cache/shopwright/bin');
  return existsSync(directory) ? readdir(directory) : [];
};

test('a registry that breaks off fails the build with its message, leaves nothing half, and the next build goes on', async () => {
  const { buildPrograms } = await import('./build-programs.ts');
  const group = await sampleGroup();
  const build = { signal: new AbortController().signal, report: () => undefined };
  isRegistryWhole = false;
  await expect(buildPrograms(group, build)).rejects.toMatchObject({
    name: 'StackError',
    message: expect.stringContaining('github.com/munnerz/goautoneg'),
    fix: expect.stringContaining('npm start'),
  });
  expect(await finishedAndHalf()).toEqual([]);

  isRegistryWhole = true;
  const built = await buildPrograms(group, build);
  expect(built.builtFromCache).toBe(false);
  expect((await execa(built.paths('sample'))).stderr).toBe('1');
  expect((await buildPrograms(group, build)).builtFromCache).toBe(true);
}, 120_000);

test('a build that is stopped leaves nothing half', async () => {
  const { buildPrograms } = await import('./build-programs.ts');
  const stopping = new AbortController();
  const build = buildPrograms(await sampleGroup(), { signal: stopping.signal, report: () => stopping.abort() });
  await expect(build).rejects.toThrow();
  expect(await finishedAndHalf()).toEqual([]);
}, 120_000);
