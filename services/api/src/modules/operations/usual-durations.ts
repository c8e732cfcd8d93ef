import { stepTimings, type Database } from '@shopwright/database';
import { remembered } from '../../http/remembered.ts';
import type { UsualDurations } from './operation-view.ts';

const maxAgeMs = 30_000;

/** How long steps usually take: it moves slowly, is costly to count, and every timeline asks for it. */
export function createUsualDurations(db: Database): () => Promise<UsualDurations> {
  return remembered(async () => new Map((await stepTimings(db)).map(({ step, p50Ms }) => [step, p50Ms])), maxAgeMs);
}
