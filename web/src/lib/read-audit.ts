import { eventsRoutes } from '@shopwright/contract/routes/events';
import type { EventView } from '@shopwright/contract/schemas/event';
import { callApi } from './api-client.ts';

const pageSize = 100;

export interface AuditFilter {
  storeId?: string | undefined;
  operationId?: string | undefined;
  type?: string | undefined;
  actorId?: string | undefined;
  since?: string | undefined;
  includeProgress?: string | undefined;
}

export interface ReadAuditOptions {
  most: number;
  signal?: AbortSignal;
  onProgress?: (count: number) => void;
}

/** Reads the audit page by page, newest first; `isComplete` says whether it ended before `most`. */
export async function readAudit(
  filter: AuditFilter,
  { most, signal, onProgress }: ReadAuditOptions,
): Promise<{ events: EventView[]; isComplete: boolean }> {
  const events: EventView[] = [];
  let cursor: string | undefined;
  do {
    const query = { ...filter, limit: pageSize, cursor };
    const page = await callApi(eventsRoutes.auditLog, { query, ...(signal && { signal }) });
    events.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    onProgress?.(events.length);
  } while (cursor !== undefined && events.length < most);
  return { events, isComplete: cursor === undefined };
}
