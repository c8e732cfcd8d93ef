import { stepTimings, type Database } from '@shopwright/database';
import type { UsualDurations } from './operation-view.ts';

const maxAgeMs = 30_000;

/** How long steps usually take, read at most every 30 s: it moves slowly and every timeline asks for it. */
export function createUsualDurations(db: Database, now: () => number = Date.now): () => Promise<UsualDurations> {
  let reading: { at: number; durations: Promise<UsualDurations> } | undefined;
  return () => {
    if (reading === undefined || now() - reading.at > maxAgeMs) {
      const durations = stepTimings(db).then((timings) => new Map(timings.map(({ step, p50Ms }) => [step, p50Ms])));
      reading = { at: now(), durations };
      durations.catch(() => (reading = undefined));
    }
    return reading.durations;
  };
}
