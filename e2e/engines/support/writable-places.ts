import type { StoreUnderTest } from './store.ts';

/** Folders that the kernel and the container runtime mount; no shop software looks for code there. */
const ofTheRuntime = /^\/(proc|sys|dev|etc\/(hosts|hostname|resolv\.conf))(\/|$)/;

/** Where a container can write: files of the image itself, which must be none, and what is mounted over it. */
export async function writablePlaces(store: StoreUnderTest, component: string, container: string) {
  const run = async (...command: string[]): Promise<string> => {
    const result = await store.runInPod({ component, container, command }, AbortSignal.timeout(60_000));
    return result.stdout.trim();
  };
  // -xdev stays on the image and names the points at which something is mounted over it.
  const found = (await run('find', '/', '-xdev', '-writable', '!', '-type', 'l')).split('\n').filter(Boolean);
  const mounts = (await run('cat', '/proc/mounts')).split('\n').map((line) => line.split(' '));
  const root = mounts.find(([, path]) => path === '/')?.[3] ?? '';
  const mounted = mounts
    .filter(([, path = '', , options = '']) => /^rw\b/.test(options) && !ofTheRuntime.test(path))
    .map(([, path = '']) => path);
  const inImage = found.filter((path) => !mounted.includes(path));
  return { inImage, isRootReadOnly: /^ro\b/.test(root), mounted: new Set(mounted) };
}
