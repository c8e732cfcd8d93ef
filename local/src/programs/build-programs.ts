import { execa } from 'execa';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cachePath, logDirectory } from '../core/paths.ts';
import { StackError } from '../core/stack-error.ts';
import type { ProgramGroup } from './catalog.ts';
import { binaryDirectory, isIntact, storeBinaries } from './program-cache.ts';
import { requireGo } from './go-toolchain.ts';

/** Debugging information costs a sixth of the compiler's time and is stripped by the linker anyway. */
const buildFlags = ['-trimpath', '-buildvcs=false', '-gcflags=all=-dwarf=false'];

/** Free space that a build from nothing needs at its peak (module cache, build cache, binaries), in bytes. */
export const buildSpaceBytes = 14 * 2 ** 30;

/** Go's caches for these builds. A person's own GOCACHE and GOMODCACHE are used, and kept, when both are set. */
export const goCaches =
  process.env['GOCACHE'] && process.env['GOMODCACHE']
    ? { build: process.env['GOCACHE'], modules: process.env['GOMODCACHE'], isOurs: false }
    : { build: cachePath('go', 'build'), modules: cachePath('go', 'modules'), isOurs: true };

function goEnvironment(): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '/',
    CGO_ENABLED: '0',
    GOTOOLCHAIN: 'local',
    // The compiler's garbage collector costs more time than the memory is worth.
    GOGC: '400',
    GOCACHE: goCaches.build,
    GOMODCACHE: goCaches.modules,
    ...Object.fromEntries(
      ['GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'HTTPS_PROXY', 'NO_PROXY', 'SSL_CERT_FILE'].flatMap(fromHost),
    ),
  };
}

const fromHost = (name: string): [string, string][] => (process.env[name] ? [[name, process.env[name]]] : []);

/** Where the programs of a group are: `path('etcd')`. */
export type ProgramPaths<Group extends ProgramGroup> = (name: keyof Group['packages'] & string) => string;

/** True when the cache has an entry for the programs of a group; whether it is whole is seen when they are used. */
export async function isCached(group: ProgramGroup): Promise<boolean> {
  return existsSync(await binaryDirectory(group, await requireGo(), buildFlags));
}

/** Finished programs of a group. */
export interface BuiltPrograms<Group extends ProgramGroup> {
  readonly paths: ProgramPaths<Group>;
  readonly builtFromCache: boolean;
}

/**
 * Builds the programs of a group unless they are in the cache.
 * @param report called with what is being done, at most a few times a second
 * @throws StackError when Go is missing or the build fails; what was downloaded and compiled is kept for the next try
 */
export async function buildPrograms<Group extends ProgramGroup>(
  group: Group,
  options: { signal: AbortSignal; report: (detail: string) => void },
): Promise<BuiltPrograms<Group>> {
  const goVersion = await requireGo();
  const names = Object.keys(group.packages);
  const directory = await binaryDirectory(group, goVersion, buildFlags);
  const builtFromCache = await isIntact(directory, names);
  if (!builtFromCache) await buildInto(directory, group, options);
  return { paths: (name) => join(directory, name), builtFromCache };
}

async function buildInto(
  directory: string,
  group: ProgramGroup,
  { signal, report }: { signal: AbortSignal; report: (detail: string) => void },
): Promise<void> {
  await mkdir(cachePath('bin'), { recursive: true });
  const work = await mkdtemp(cachePath('bin', `.building-${group.name}-`));
  try {
    report('reading the module graph');
    const total = await countPackages(group, signal);
    let compiled = 0;
    const onPackage = throttle(500, () => report(`${Math.min(compiled, total)} of ${total} packages`));
    for (const round of withoutNameClashes(group)) {
      await compile(group, round, work, signal, () => {
        compiled += 1;
        onPackage();
      });
      for (const [name, path] of round) await rename(join(work, binaryNameOf(path)), join(work, name));
    }
    await storeBinaries(work, directory, Object.keys(group.packages));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function countPackages(group: ProgramGroup, signal: AbortSignal): Promise<number> {
  const list = await execa('go', ['list', ...buildFlags, '-deps', ...Object.values(group.packages)], {
    cwd: group.moduleDirectory,
    env: goEnvironment(),
    extendEnv: false,
    reject: false,
    cancelSignal: signal,
  });
  if (list.failed) throw buildFailure(group, list.stderr);
  return new Set(list.stdout.split('\n')).size;
}

/** Compiles and links some packages into the work directory; says so for every package that had to be compiled. */
async function compile(
  group: ProgramGroup,
  programs: readonly Program[],
  work: string,
  signal: AbortSignal,
  onPackage: () => void,
): Promise<void> {
  mkdirSync(logDirectory, { recursive: true });
  const log = createWriteStream(join(logDirectory, `build-${group.name}.log`), { flags: 'a' });
  const packages = programs.map(([, path]) => path);
  // The images are made one step after the other: beside builds that fill every core they would end last.
  const build = execa(
    'nice',
    ['-n', '15', 'go', 'build', '-v', ...buildFlags, '-ldflags', group.linkerFlags, '-o', `${work}/`, ...packages],
    {
      cwd: group.moduleDirectory,
      env: goEnvironment(),
      extendEnv: false,
      reject: false,
      cancelSignal: signal,
      stdin: 'ignore',
    },
  );
  for await (const line of build.iterable({ from: 'stderr' })) {
    log.write(`${line}\n`);
    onPackage();
  }
  log.end();
  const result = await build;
  signal.throwIfAborted();
  if (result.failed) throw buildFailure(group, result.stderr);
}

function buildFailure(group: ProgramGroup, output: string): StackError {
  // `-v` prints the path of every package that is compiled; what has a space in it is a message.
  const messages = output.split('\n').filter((line) => line.includes(' ') && !line.startsWith('go: downloading'));
  return new StackError(`The ${group.name} programs could not be built:\n  ${messages.slice(0, 4).join('\n  ')}`, {
    fix: 'run `npm start` again: it goes on where this build stopped',
  });
}

/** Name and Go package of one program. */
type Program = readonly [name: string, packagePath: string];

/** The last element of the package path that is not a major version: how `go build` names the binary. */
function binaryNameOf(packagePath: string): string {
  const elements = packagePath.split('/').filter((element) => !/^v\d+$/.test(element));
  return elements.at(-1) ?? packagePath;
}

/** Rounds of programs that one `go build` can write into one directory: no two with the same binary name. */
function withoutNameClashes(group: ProgramGroup): Program[][] {
  const rounds: Program[][] = [];
  for (const program of Object.entries(group.packages)) {
    const name = binaryNameOf(program[1]);
    const fitting = rounds.find((round) => round.every(([, path]) => binaryNameOf(path) !== name));
    if (fitting) fitting.push(program);
    else rounds.push([program]);
  }
  return rounds;
}

function throttle(intervalMs: number, action: () => void): () => void {
  let last = 0;
  return () => {
    if (Date.now() - last < intervalMs) return;
    last = Date.now();
    action();
  };
}

/** Removes the caches that the builds left, unless they are the person's own. */
export async function dropGoCaches(): Promise<void> {
  if (!goCaches.isOurs) return;
  // Module files are read-only; Go's own command removes them.
  await execa('go', ['clean', '-modcache'], { env: goEnvironment(), extendEnv: false, reject: false, cwd: '/' });
  await rm(cachePath('go'), { recursive: true, force: true });
}
