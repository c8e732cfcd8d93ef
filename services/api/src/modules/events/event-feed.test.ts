import { isWithin, platformWide, type EventRow } from '@shopwright/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventRow } from '../../testing/event-row.ts';
import { createEventFeed, type EventFeed } from './event-feed.ts';

const row = (id: number): EventRow => eventRow({ id, organizationId: id % 2 === 0 ? 'org-default' : null });

let stored: number[];
let reads: number;
let isAway: boolean;
let errors: unknown[];
let feed: EventFeed;
beforeEach(() => {
  [stored, reads, isAway, errors] = [[1, 2, 3], 0, false, []];
  feed = createEventFeed({
    keep: 5,
    onError: (error) => errors.push(error),
    table: {
      readAfter: (visibility, afterId, limit) => {
        reads += 1;
        if (isAway) return Promise.reject(new Error('away'));
        return Promise.resolve(
          stored
            .filter((id) => id > afterId)
            .map(row)
            .filter((event) => isWithin(visibility, event))
            .slice(0, limit),
        );
      },
      readRange: () => Promise.resolve({ oldest: stored[0] ?? 0, newest: stored.at(-1) ?? 0 }),
    },
  });
});

const idsAfter = async (id: number): Promise<number[]> =>
  (await feed.after(platformWide, id)).rows.map((event) => event.id);

describe('the feed', () => {
  it('begins at the newest event and serves news from memory', async () => {
    await feed.wake();
    stored.push(4, 5);
    await feed.wake();
    const before = reads;
    expect(await idsAfter(3)).toEqual([4, 5]);
    expect(await idsAfter(5)).toEqual([]);
    expect(reads).toBe(before);
  });

  it('asks the table for what memory no longer holds', async () => {
    await feed.wake();
    stored.push(...Array.from({ length: 10 }, (_none, index) => index + 4));
    await feed.wake();
    expect(await idsAfter(1)).toEqual(stored.slice(1));
    expect(await idsAfter(8)).toEqual([9, 10, 11, 12, 13]);
  });

  it('knows what it holds although ids have gaps', async () => {
    await feed.wake();
    stored.push(9, 12);
    await feed.wake();
    const before = reads;
    expect(await idsAfter(3)).toEqual([9, 12]);
    expect(await idsAfter(10)).toEqual([12]);
    expect(reads).toBe(before);
  });

  it.each([
    ['memory', 3],
    ['the table', 1],
  ])(
    'shows a follower its organization only, from %s, and where to go on although nothing is for it',
    async (_from, after) => {
      await feed.wake();
      stored.push(4, 5, 6, 7);
      await feed.wake();
      const visibility = { kind: 'organization', organizationId: 'org-default' } as const;
      const { rows, position } = await feed.after(visibility, after);
      expect(rows.map((event) => event.id)).toEqual([2, 4, 6].filter((id) => id > after));
      expect(position).toBe(7);
      const other = { kind: 'organization', organizationId: 'org-abcdefgh23456723' } as const;
      expect(await feed.after(other, after)).toEqual({ rows: [], position: 7 });
    },
  );

  it('tells everybody who waits', async () => {
    await feed.wake();
    const waiting = [feed.nextNews(), feed.nextNews()];
    stored.push(4);
    void feed.wake();
    await Promise.all(waiting);
    expect(await idsAfter(3)).toEqual([4]);
  });

  it('loses nothing that comes while it reads', async () => {
    await feed.wake();
    const reading = feed.wake();
    stored.push(4);
    await Promise.all([reading, feed.wake()]);
    expect(await idsAfter(3)).toEqual([4]);
  });

  it('reports a failure and goes on at the next wake-up', async () => {
    await feed.wake();
    stored.push(4);
    isAway = true;
    await feed.wake();
    expect(errors).toHaveLength(1);
    isAway = false;
    await feed.wake();
    expect(await idsAfter(3)).toEqual([4]);
  });
});
