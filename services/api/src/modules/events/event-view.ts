import type { EventView } from '@shopwright/contract/schemas/event';
import type { EventRow } from '@shopwright/database';

/** An event as the audit and the stream show it; where it came from only to those who may read the audit. */
export function eventView(row: EventRow, options: { showsSource: boolean }): EventView {
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    type: row.type,
    organizationId: row.organizationId,
    storeId: row.storeId,
    operationId: row.operationId,
    actor: row.actor,
    source: options.showsSource ? row.source : null,
    reason: row.reason,
    data: { ...row.data } as EventView['data'],
  };
}
