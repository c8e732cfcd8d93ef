import { eventCategory, type Actor, type EventSource, type EventType } from '@shopwright/contract/events';
import type { OperationId, OrganizationId, StoreId } from '@shopwright/contract/ids';
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, max, min, sql, type SQL } from 'drizzle-orm';
import { lockForTransaction } from '../advisory-locks.ts';
import type { Executor, Transaction } from '../connection.ts';
import { events, operations, stores, type EventData, type EventRow } from '../schema/index.ts';
import { within, type Visibility } from '../visibility.ts';

/** Channel on which a committed event wakes readers; the table is the truth, the payload only the newest id. */
export const eventsChannel = 'shopwright_events';

export type NewEvent = EventContent & EventSubject;

/** What concerns a store or an operation belongs to the organization of that; the rest says whose it is, null: the platform's. */
export type EventSubject =
  | { storeId: StoreId; operationId?: OperationId; organizationId?: undefined }
  | { storeId?: undefined; operationId: OperationId; organizationId?: undefined }
  | { storeId?: undefined; operationId?: undefined; organizationId: OrganizationId | null };

interface EventContent {
  type: EventType;
  actor: Actor;
  source?: EventSource | null;
  reason?: string;
  data?: EventData;
  /** Makes a repeated write of the same event add nothing. */
  dedupeKey?: string;
}

/** Appends events as the last thing of a transaction and wakes the readers when it commits. */
export async function appendEvents(tx: Transaction, newEvents: readonly NewEvent[]): Promise<readonly EventRow[]> {
  if (newEvents.length === 0) return [];
  await lockForTransaction(tx, 'appendEvents');
  const rows = await tx
    .insert(events)
    .values(
      newEvents.map((event) => ({ ...event, organizationId: ownerOf(event), category: eventCategory(event.type) })),
    )
    .onConflictDoNothing({ target: events.dedupeKey })
    .returning();
  const newest = rows.at(-1);
  if (newest !== undefined) await tx.execute(sql`select pg_notify(${eventsChannel}, ${String(newest.id)})`);
  return rows;
}

function ownerOf({ storeId, operationId, organizationId }: EventSubject): SQL | OrganizationId | null {
  if (storeId !== undefined) return sql`(select organization_id from ${stores} where id = ${storeId})`;
  if (operationId !== undefined) return sql`(select organization_id from ${operations} where id = ${operationId})`;
  return organizationId;
}

export interface EventReplay {
  afterId: number;
  limit: number;
  storeId?: StoreId;
}

/** Events after an id, oldest first: what a stream still has to send. */
export async function eventsAfter(
  db: Executor,
  visibility: Visibility,
  replay: EventReplay,
): Promise<readonly EventRow[]> {
  const conditions = [gt(events.id, replay.afterId), within(visibility, events)];
  if (replay.storeId !== undefined) conditions.push(eq(events.storeId, replay.storeId));
  return db
    .select()
    .from(events)
    .where(and(...conditions))
    .orderBy(asc(events.id))
    .limit(replay.limit);
}

/** The oldest and newest stored ids; both 0 while there is no event. A gap before `oldest` cannot be replayed. */
export async function eventIdRange(db: Executor): Promise<{ oldest: number; newest: number }> {
  const [range] = await db.select({ oldest: min(events.id), newest: max(events.id) }).from(events);
  return { oldest: range?.oldest ?? 0, newest: range?.newest ?? 0 };
}

/** Forgets what only moved timelines and is older; the audit is kept for good. Returns how many. */
export async function pruneProgressEvents(db: Executor, olderThan: Date): Promise<number> {
  const result = await db.delete(events).where(and(eq(events.category, 'progress'), lt(events.at, olderThan)));
  return result.rowCount ?? 0;
}

export interface AuditFilter {
  organizationId?: OrganizationId;
  storeId?: StoreId;
  operationId?: OperationId;
  types?: readonly EventType[];
  actorId?: string;
  since?: Date;
  until?: Date;
  includeProgress: boolean;
  /** Ids below this one: the last id of the page before. */
  beforeId?: number;
  limit: number;
}

/** A page of the audit, newest first. */
export async function listAudit(
  db: Executor,
  visibility: Visibility,
  filter: AuditFilter,
): Promise<readonly EventRow[]> {
  const conditions: (SQL | undefined)[] = [within(visibility, events)];
  if (filter.organizationId !== undefined) conditions.push(eq(events.organizationId, filter.organizationId));
  if (filter.storeId !== undefined) conditions.push(eq(events.storeId, filter.storeId));
  if (filter.operationId !== undefined) conditions.push(eq(events.operationId, filter.operationId));
  if (filter.types !== undefined) conditions.push(inArray(events.type, [...filter.types]));
  if (filter.actorId !== undefined) conditions.push(sql`${events.actor} ->> 'id' = ${filter.actorId}`);
  if (filter.since !== undefined) conditions.push(gte(events.at, filter.since));
  if (filter.until !== undefined) conditions.push(lte(events.at, filter.until));
  if (!filter.includeProgress) conditions.push(eq(events.category, 'audit'));
  if (filter.beforeId !== undefined) conditions.push(lt(events.id, filter.beforeId));
  return db
    .select()
    .from(events)
    .where(and(...conditions))
    .orderBy(desc(events.id))
    .limit(filter.limit);
}
