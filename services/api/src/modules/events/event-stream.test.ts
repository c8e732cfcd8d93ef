import { platformWide } from '@shopwright/database';
import { describe, expect, it } from 'vitest';
import { eventRow } from '../../testing/event-row.ts';
import { createEventFeed } from './event-feed.ts';
import { eventStream } from './event-stream.ts';

const retentionMs = 60_000;

const rowAt = (id: number, ageMs: number) => eventRow({ id, at: new Date(Date.now() - ageMs) });

/** Events 5 and 6 are older than what is kept, 7 and 8 are not; whatever was between 5 and 7 may be gone. */
const stored = [rowAt(5, 90_000), rowAt(6, 70_000), rowAt(7, 1000), rowAt(8, 0)];

async function firstMessage(lastEventId: number | undefined) {
  const feed = createEventFeed({
    onError: () => undefined,
    table: {
      readAfter: (_visibility, afterId) => Promise.resolve(stored.filter((event) => event.id > afterId)),
      readRange: () => Promise.resolve({ oldest: 5, newest: 8 }),
    },
  });
  const signal = new AbortController().signal;
  const { value } = await eventStream({
    feed,
    visibility: platformWide,
    seesAudit: true,
    isStillAllowed: () => Promise.resolve(true),
    lastEventId,
    storeId: undefined,
    retentionMs,
    signal,
  }).next();
  return value === undefined ? undefined : { event: value.message.event, id: value.id };
}

describe('where a stream begins', () => {
  it.each([
    ['now, without an id', undefined, { event: 'hello', id: '8' }],
    ['after the last id', 7, { event: 'hello', id: '7' }],
    ['after the last id that nothing was pruned after', 6, { event: 'hello', id: '6' }],
    ['at the end, where the client has everything', 8, { event: 'hello', id: '8' }],
    ['anew, where something may have been pruned', 5, { event: 'resync', id: '8' }],
    ['anew, from the very beginning', 0, { event: 'resync', id: '8' }],
    ['anew, where the id is of another database', 999, { event: 'resync', id: '8' }],
  ])('%s', async (_what, lastEventId, first) => {
    expect(await firstMessage(lastEventId)).toEqual(first);
  });
});
