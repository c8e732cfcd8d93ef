import type { StoreId } from '@shopwright/contract/ids';
import type { StreamMessage } from '@shopwright/contract/schemas/event';
import type { EventRow, Visibility } from '@shopwright/database';
import type { EventFeed } from './event-feed.ts';
import { eventView } from './event-view.ts';

export interface StreamOptions {
  feed: EventFeed;
  /** What the client may see. */
  visibility: Visibility;
  /** Whether it may read the audit: also what concerns no store, and where requests came from. */
  seesAudit: boolean;
  /** Whether that is still so; asked before anything is sent. */
  isStillAllowed: () => Promise<boolean>;
  /** The client's last id; undefined where it wants only what comes from now on. */
  lastEventId: number | undefined;
  storeId: StoreId | undefined;
  /** Older progress events may have been pruned. */
  retentionMs: number;
  signal: AbortSignal;
}

/** A message and the id under which the client goes on after it. */
export interface NumberedMessage {
  id: string;
  message: StreamMessage;
}

/** Everything a client has to be told, from where it left off, until the signal aborts. */
export async function* eventStream(options: StreamOptions): AsyncGenerator<NumberedMessage> {
  const { feed, signal, visibility, seesAudit } = options;
  const start = await findStart(options);
  yield start.opening;
  let position = start.position;
  const aborted = whenAborted(signal);
  while (!signal.aborted) {
    const news = feed.nextNews();
    const { rows, position: next } = await feed.after(visibility, position);
    if (rows.length > 0 && !(await options.isStillAllowed())) return;
    for (const row of rows) {
      if (!isWanted(row, options)) continue;
      const data = eventView(row, { showsSource: seesAudit });
      yield { id: String(row.id), message: { event: 'event', data } };
    }
    const isUpToDate = next === position;
    position = next;
    if (isUpToDate) await Promise.race([news, aborted]);
  }
}

async function findStart(options: StreamOptions): Promise<{ position: number; opening: NumberedMessage }> {
  const { feed, lastEventId, retentionMs, visibility } = options;
  await feed.wake();
  const newest = await feed.newestId();
  if (lastEventId === undefined) return { position: newest, opening: hello(newest, newest) };
  const {
    rows: [next],
  } = await feed.after(visibility, lastEventId);
  const isPruned = next !== undefined && Date.now() - next.at.getTime() > retentionMs;
  if (lastEventId > newest || isPruned) return { position: newest, opening: resync(newest) };
  return { position: lastEventId, opening: hello(lastEventId, newest) };
}

function hello(position: number, newest: number): NumberedMessage {
  const data = { lastEventId: String(newest), serverNow: new Date().toISOString() };
  return { id: String(position), message: { event: 'hello', data } };
}

function resync(newest: number): NumberedMessage {
  return { id: String(newest), message: { event: 'resync', data: { lastEventId: String(newest) } } };
}

function isWanted(row: EventRow, { storeId, seesAudit }: StreamOptions): boolean {
  if (row.storeId === null && !seesAudit) return false;
  return storeId === undefined || row.storeId === storeId;
}

function whenAborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) resolve();
  else signal.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
