import { isOperationId, isStoreId } from '@shopwright/contract/ids';
import type { AuditQuery, EventView } from '@shopwright/contract/schemas/event';
import { listAudit, type AuditFilter, type Database, type Visibility } from '@shopwright/database';
import { z } from 'zod';
import { decodeCursor, encodeCursor, pageOfRows } from '../../http/cursor.ts';
import { eventView } from '../events/event-view.ts';

const positionSchema = z.int().positive();

/** A page of the audit, newest first. */
export async function readAudit(
  db: Database,
  visibility: Visibility,
  query: AuditQuery,
): Promise<{ items: EventView[]; nextCursor: string | null }> {
  const found = await listAudit(db, visibility, filterOf(query));
  const page = pageOfRows(found, query.limit, (row) => encodeCursor(row.id));
  return { items: page.rows.map((row) => eventView(row, { showsSource: true })), nextCursor: page.nextCursor };
}

function filterOf(query: AuditQuery): AuditFilter {
  return {
    ...(query.organization !== undefined && { organizationId: query.organization }),
    ...(query.storeId !== undefined && isStoreId(query.storeId) && { storeId: query.storeId }),
    ...(query.operationId !== undefined && isOperationId(query.operationId) && { operationId: query.operationId }),
    ...(query.type && { types: query.type }),
    ...(query.actorId !== undefined && { actorId: query.actorId }),
    ...(query.since !== undefined && { since: new Date(query.since) }),
    ...(query.until !== undefined && { until: new Date(query.until) }),
    ...(query.cursor !== undefined && { beforeId: decodeCursor(query.cursor, positionSchema) }),
    // Asking for a type that only moves timelines means wanting to see it.
    includeProgress: query.includeProgress === 'true' || query.type !== undefined,
    limit: query.limit + 1,
  };
}
