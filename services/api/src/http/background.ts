import type { FastifyBaseLogger } from 'fastify';

export interface Background {
  /** Begins work that the answer does not wait for; what goes wrong is logged. */
  run(what: string, work: () => Promise<void>): void;
  /** Waits for what is under way. */
  drain(): Promise<void>;
}

/** Work after the answer, so that the time of the answer tells nothing about it. */
export function createBackground(logger: Pick<FastifyBaseLogger, 'error'>): Background {
  const underWay = new Set<Promise<void>>();
  return {
    run: (what, work) => {
      const running = work().catch((error: unknown) =>
        logger.error({ err: error, what }, 'work after an answer failed'),
      );
      underWay.add(running);
      void running.finally(() => underWay.delete(running));
    },
    drain: async () => {
      await Promise.all(underWay);
    },
  };
}
