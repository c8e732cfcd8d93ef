import { pruneIdempotencyKeys, pruneProgressEvents, pruneWorkerHeartbeats, type Database } from '@shopwright/database';
import { pruneSignIns } from '@shopwright/database/accounts';
import fastifyPlugin from 'fastify-plugin';

export interface HousekeepingOptions {
  db: Database;
  progressRetentionMs: number;
  /** Sessions that were not used for so long are over. */
  sessionIdleMs: number;
}

const idempotencyRetentionMs = 24 * 60 * 60_000;
/** Longer than any wait for the next guess. */
const guessRetentionMs = 48 * 60 * 60_000;
const everyMs = 60 * 60_000;

/** Forgets what has served its time, once an hour. Any number of processes may do it at once. */
export const housekeeping = fastifyPlugin<HousekeepingOptions>(
  (app, { db, progressRetentionMs, sessionIdleMs }, done) => {
    const tidy = async (): Promise<void> => {
      try {
        const now = Date.now();
        const keys = await pruneIdempotencyKeys(db, new Date(now - idempotencyRetentionMs));
        const events = await pruneProgressEvents(db, new Date(now - progressRetentionMs));
        await pruneWorkerHeartbeats(db);
        const signIns = await pruneSignIns(db, {
          now: new Date(now),
          idleSince: new Date(now - sessionIdleMs),
          guessesBefore: new Date(now - guessRetentionMs),
        });
        app.log.debug({ keys, events, signIns }, 'pruned');
      } catch (error) {
        app.log.warn({ err: error }, 'pruning failed; it is tried again in an hour');
      }
    };
    const timer = setInterval(() => void tidy(), everyMs).unref();
    app.addHook('onReady', (next) => {
      void tidy();
      next();
    });
    app.addHook('onClose', (_instance, next) => {
      clearInterval(timer);
      next();
    });
    done();
  },
  { name: 'housekeeping' },
);
