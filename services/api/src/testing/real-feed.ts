import { announceEngine, eventIdRange, eventsAfter, eventsChannel, listen } from '@shopwright/database';
import type { TestDatabase } from '@shopwright/database/testing/test-database';
import { createEventFeed, type EventFeed } from '../modules/events/event-feed.ts';

/** The feed of a database, woken by its notifications. */
export function createRealFeed(
  { db, url }: TestDatabase,
  closing: AbortSignal,
): { feed: EventFeed; ended: Promise<void> } {
  const feed = createEventFeed({
    table: {
      readAfter: (visibility, afterId, limit) => eventsAfter(db, visibility, { afterId, limit }),
      readRange: () => eventIdRange(db),
    },
    onError: () => undefined,
  });
  const ended = listen({ url, channels: [eventsChannel], onWake: () => void feed.wake(), signal: closing });
  return { feed, ended };
}

/** The engine that a worker would have announced. */
export async function announceTestEngine({ db }: TestDatabase): Promise<void> {
  await announceEngine(db, {
    id: 'sample',
    displayName: 'Sample',
    version: '10.0',
    adminPath: '/wp-admin',
    adminLogin: 'username',
    preference: 1,
    available: true,
    unavailableReason: null,
  });
}
