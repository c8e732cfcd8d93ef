import { stepTimings, usualOperationTimes, type Database } from '@shopwright/database';
import { remembered } from '../../http/remembered.ts';
import type { UsualDurations } from './operation-view.ts';

const maxAgeMs = 30_000;

/** How long steps and operations usually take: it moves slowly, is costly to count, and every timeline asks for it. */
export function createUsualDurations(db: Database): () => Promise<UsualDurations> {
  return remembered(async () => {
    const [timings, operations] = await Promise.all([stepTimings(db), usualOperationTimes(db)]);
    return { steps: new Map(timings.map(({ step, p50Ms }) => [step, p50Ms])), operations };
  }, maxAgeMs);
}
