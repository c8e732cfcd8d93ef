import { installPackages } from '../checks/packages.ts';
import { whyNoNode } from '../checks/host.ts';
import type { Part } from '../supervisor/part.ts';

/** The Debian packages of the node and of the image builds. */
export function packagesPart(): Part {
  return {
    name: 'packages',
    needs: [],
    async start({ notice, signal }) {
      const obstacle = whyNoNode();
      if (obstacle) throw obstacle;
      await installPackages(notice, signal);
      return {};
    },
  };
}
