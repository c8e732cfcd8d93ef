import type { OperationId } from '@shopwright/contract/ids';
import { and, asc, count, eq, inArray, isNotNull, isNull, lte, max, ne, sql } from 'drizzle-orm';
import type { Executor } from '../connection.ts';
import { operations, type OperationRow } from '../schema/index.ts';

/** Deletes need no place: they make room. */
const isWaiting = and(ne(operations.kind, 'delete'), isNull(operations.endedAt), isNull(operations.admittedAt));
const isAdmitted = and(isNotNull(operations.admittedAt), isNull(operations.endedAt));

/**
 * The line for places, by turns: whoever has the fewest places together with those before it of its own organization, then the
 * organization whose last turn is longest ago, then the oldest. So the first operation of an organization that runs nothing is
 * next, whatever another one has asked for before; within an organization it is first come, first served.
 */
function lineOf(db: Executor) {
  const running = db
    .select({ organizationId: operations.organizationId, places: count().as('places') })
    .from(operations)
    .where(isAdmitted)
    .groupBy(operations.organizationId)
    .as('running');
  const waiting = db
    .select({
      id: operations.id,
      organizationId: operations.organizationId,
      createdAt: operations.createdAt,
      turn: sql<number>`row_number() over (partition by ${operations.organizationId} order by ${operations.createdAt}, ${operations.id})`.as(
        'turn',
      ),
    })
    .from(operations)
    .where(isWaiting)
    .as('waiting');
  const past = db
    .select({ organizationId: operations.organizationId, lastTurn: max(operations.admittedAt).as('last_turn') })
    .from(operations)
    .where(
      and(
        isNotNull(operations.admittedAt),
        inArray(operations.organizationId, db.select({ id: waiting.organizationId }).from(waiting)),
      ),
    )
    .groupBy(operations.organizationId)
    .as('past');
  const order = sql`coalesce(${running.places}, 0) + ${waiting.turn}, ${past.lastTurn} nulls first, ${waiting.createdAt}, ${waiting.id}`;
  return db
    .select({ id: waiting.id, position: sql<number>`(row_number() over (order by ${order}))::int`.as('position') })
    .from(waiting)
    .leftJoin(running, eq(running.organizationId, waiting.organizationId))
    .leftJoin(past, eq(past.organizationId, waiting.organizationId))
    .as('line');
}

/** Place in the line (1 = next) of those of the operations that wait. */
export async function queuePositions(
  db: Executor,
  ids: readonly OperationId[],
): Promise<ReadonlyMap<OperationId, number>> {
  if (ids.length === 0) return new Map();
  const line = lineOf(db);
  const rows = await db
    .select()
    .from(line)
    .where(inArray(line.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.position]));
}

/** The first of the line, in the order in which they get places. */
export async function listFirstInLine(db: Executor, most: number): Promise<readonly OperationRow[]> {
  if (most <= 0) return [];
  const line = lineOf(db);
  const rows = await db
    .select({ operation: operations })
    .from(line)
    .innerJoin(operations, eq(operations.id, line.id))
    .where(lte(line.position, most))
    .orderBy(asc(line.position));
  return rows.map((row) => row.operation);
}

/** How many places are taken. */
export async function countAdmitted(db: Executor): Promise<number> {
  const [row] = await db.select({ count: count() }).from(operations).where(isAdmitted);
  return row?.count ?? 0;
}
