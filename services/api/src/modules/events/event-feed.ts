import { isWithin, platformWide, type EventRow, type Visibility } from '@shopwright/database';
import { remembered } from '../../http/remembered.ts';

interface EventSourceTable {
  /** Visible events after an id, oldest first. */
  readAfter(visibility: Visibility, afterId: number, limit: number): Promise<readonly EventRow[]>;
  /** Oldest and newest stored id; 0 while there is none. */
  readRange(): Promise<{ oldest: number; newest: number }>;
}

export interface EventFeedOptions {
  table: EventSourceTable;
  onError: (error: unknown) => void;
  /** Events kept in memory for streams that follow closely; others read the table. */
  keep?: number;
}

/** Events for a follower, and the id after which it goes on: there may be none for it up to there. */
export interface FollowedEvents {
  rows: readonly EventRow[];
  position: number;
}

export type EventFeed = ReturnType<typeof createEventFeed>;

const batch = 500;
/** After a failed read, where no announcement comes in the meantime. */
const retryMs = 1000;

/**
 * What happened, for any number of followers with one query per batch of news: followers close to the end read from memory.
 * Nothing is pushed, so a slow follower costs no memory.
 */
export function createEventFeed({ table, onError, keep = 2000 }: EventFeedOptions) {
  let recent: readonly EventRow[] = [];
  let newest = 0;
  /** Memory holds every event after this id; ids have gaps, so that it cannot be told from the ids themselves. */
  let completeAfter = 0;
  let reading: Promise<void> | undefined;
  let isStale = false;
  let news = Promise.withResolvers<void>();

  const start = remembered(async () => {
    newest = (await table.readRange()).newest;
    completeAfter = newest;
  }, Infinity);

  const readNews = async (): Promise<void> => {
    await start();
    for (;;) {
      const rows = await table.readAfter(platformWide, newest, batch);
      const last = rows.at(-1);
      if (last === undefined) return;
      newest = last.id;
      const all = [...recent, ...rows];
      completeAfter = all.at(-keep - 1)?.id ?? completeAfter;
      recent = all.slice(-keep);
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
      setTimeout(() => void wake(), retryMs).unref();
    } finally {
      reading = undefined;
    }
  };

  const wake = (): Promise<void> => {
    isStale = true;
    reading ??= drain();
    return reading;
  };

  return {
    /** Says that there may be news; many calls while reading cost one more read. */
    wake,

    /** Id of the newest event that was read; the table is asked where none was. */
    newestId: async (): Promise<number> => {
      await start();
      return newest;
    },

    /** The next visible events after an id, oldest first; empty where there is none yet. */
    after: async (visibility: Visibility, afterId: number): Promise<FollowedEvents> => {
      await start();
      const known = newest;
      const rows =
        afterId < completeAfter
          ? await table.readAfter(visibility, afterId, batch)
          : recent.filter((event) => event.id > afterId && isWithin(visibility, event)).slice(0, batch);
      const last = rows.at(-1)?.id ?? afterId;
      return { rows, position: rows.length === batch ? last : Math.max(last, known) };
    },

    /** Resolves at the next news. */
    nextNews: (): Promise<void> => news.promise,
  };
}
