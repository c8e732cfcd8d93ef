import { cacheDirectory } from '../core/paths.ts';
import { requireFreeSpace } from '../checks/host.ts';
import { buildPrograms, buildSpaceBytes, isCached, type ProgramPaths } from '../programs/build-programs.ts';
import type { ProgramGroup } from '../programs/catalog.ts';
import type { Part, PartContext } from '../supervisor/part.ts';
import { formatElapsed } from '../supervisor/progress.ts';

/** A part that builds programs, and the promise-free way to their paths once it is ready. */
export interface ProgramsPart<Group extends ProgramGroup> extends Part {
  readonly paths: ProgramPaths<Group>;
}

/** The part that gives the programs of a group: from the cache, or built. */
export function programsPart<Group extends ProgramGroup>(group: Group): ProgramsPart<Group> {
  let built: ProgramPaths<Group> | undefined;
  return {
    name: `${group.name} programs`,
    needs: [],
    paths(name) {
      if (!built) throw new Error(`The ${group.name} programs are asked for before they are built.`);
      return built(name);
    },
    async check() {
      if (!(await isCached(group))) await requireFreeSpace(cacheDirectory, buildSpaceBytes, 'for building from source');
    },
    async start({ report, signal }: PartContext) {
      const usual = `usually ${formatElapsed(group.usualBuildMs)} on two idle cores`;
      const programs = await buildPrograms(group, {
        signal,
        report: (detail) => report('building', `${detail}, ${usual}`),
      });
      built = programs.paths;
      return { detail: programs.builtFromCache ? 'from the cache' : 'built' };
    },
  };
}
