import { randomBase32 } from '@shopwright/contract/ids';
import type { TestPlatform } from '../../e2e/provision/support/platform.ts';
import { operationEnd } from '../../e2e/provision/support/wait.ts';

export interface Creating {
  /** Asks for no more; resolves, once those in progress have ended, with how many became ready. */
  stop(): Promise<number>;
}

/** Makes so many stores at a time, the next one as soon as one is ready; resolves when all places are taken. */
export async function keepCreating(
  platform: TestPlatform,
  engine: string | undefined,
  places: number,
): Promise<Creating> {
  const stop = new AbortController();
  let ready = 0;
  const place = async (isBusy: () => void): Promise<void> => {
    while (!stop.signal.aborted) {
      const slug = `busy-${randomBase32(8)}`;
      const { status, body } = await platform.api.post('/api/stores', { name: 'Busy', slug, engine });
      if (status !== 202) throw new Error(`a create was answered with ${status}`);
      isBusy();
      const operation = await operationEnd(platform, body.operation.id, 300_000, 500);
      if (operation.failure !== null) throw new Error(`${operation.failure.code}: ${operation.failure.detail}`);
      ready += 1;
    }
  };
  const slots = Array.from({ length: places }, () => {
    const busy = Promise.withResolvers<void>();
    return { busy: busy.promise, ended: place(busy.resolve) };
  });
  await Promise.all(slots.map(({ busy, ended }) => Promise.race([busy, ended])));
  return {
    stop: async () => {
      stop.abort();
      await Promise.all(slots.map(({ ended }) => ended));
      return ready;
    },
  };
}
