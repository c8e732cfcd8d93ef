import type { EventRow } from '@shopwright/database';

interface EventSourceTable {
  /** Events after an id, oldest first. */
  readAfter(afterId: number, limit: number): Promise<readonly EventRow[]>;
  /** Oldest and newest stored id; 0 while there is none. */
  readRange(): Promise<{ oldest: number; newest: number }>;
}

export interface EventFeedOptions {
  table: EventSourceTable;
  onError: (error: unknown) => void;
  /** Events kept in memory for streams that follow closely; others read the table. */
  keep?: number;
}

export type EventFeed = ReturnType<typeof createEventFeed>;

const batch = 500;

/**
 * What happened, for any number of followers with one query per batch of news: followers close to the end read from memory.
 * Nothing is pushed, so a slow follower costs no memory.
 */
export function createEventFeed({ table, onError, keep = 2000 }: EventFeedOptions) {
  let recent: readonly EventRow[] = [];
  let newest: number | undefined;
  let reading: Promise<void> | undefined;
  let isStale = false;
  let news = Promise.withResolvers<void>();

  const readNews = async (): Promise<void> => {
    newest ??= (await table.readRange()).newest;
    for (;;) {
      const rows = await table.readAfter(newest, batch);
      const last = rows.at(-1);
      if (last === undefined) return;
      newest = last.id;
      recent = [...recent, ...rows].slice(-keep);
      news.resolve();
      news = Promise.withResolvers();
    }
  };

  const drain = async (): Promise<void> => {
    try {
      while (isStale) {
        isStale = false;
        await readNews();
      }
    } catch (error) {
      onError(error);
    } finally {
      reading = undefined;
    }
  };

  const isInMemory = (afterId: number): boolean => {
    const [first] = recent;
    return afterId === newest || (first !== undefined && afterId >= first.id - 1);
  };

  return {
    /** Says that there may be news; many calls while reading cost one more read. */
    wake: (): Promise<void> => {
      isStale = true;
      reading ??= drain();
      return reading;
    },

    /** Id of the newest event that was read; the table is asked where none was. */
    newestId: async (): Promise<number> => (newest ??= (await table.readRange()).newest),

    /** The next events after an id, oldest first; empty where there is none yet. */
    after: async (afterId: number): Promise<readonly EventRow[]> => {
      if (!isInMemory(afterId)) return table.readAfter(afterId, batch);
      return recent.filter((event) => event.id > afterId).slice(0, batch);
    },

    /** Resolves at the next news. */
    nextNews: (): Promise<void> => news.promise,
  };
}
