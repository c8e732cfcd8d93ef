import type { EventRow } from '@shopwright/database';

/** An event of nobody in particular; pass what the test is about. */
export function eventRow(change: Partial<EventRow>): EventRow {
  return {
    id: 1,
    at: new Date(),
    type: 'operation.accepted',
    category: 'audit',
    organizationId: null,
    storeId: null,
    operationId: null,
    actor: { kind: 'system', id: 'x', name: 'x' },
    source: null,
    reason: null,
    data: {},
    dedupeKey: null,
    ...change,
  };
}
