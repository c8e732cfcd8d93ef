import type { OrganizationId, StoreId } from '@shopwright/contract/ids';
import { and, eq, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * Which rows a caller may see at all. Everything that reads or changes stores, operations or events for somebody takes one, so
 * that what lies outside of it does not exist for that caller. `platform` is the platform itself and its operators.
 */
export type Visibility =
  | { kind: 'platform' }
  | { kind: 'organization'; organizationId: OrganizationId }
  | { kind: 'store'; organizationId: OrganizationId; storeId: StoreId };

export const platformWide: Visibility = { kind: 'platform' };

interface OwnedColumns {
  organizationId: PgColumn;
  storeId: PgColumn;
}

interface OwnedRow {
  organizationId: OrganizationId | null;
  storeId: StoreId | null;
}

/** The condition that keeps a query within what may be seen; undefined where everything may be. */
export function within(visibility: Visibility, columns: OwnedColumns): SQL | undefined {
  if (visibility.kind === 'platform') return undefined;
  const isOfOrganization = eq(columns.organizationId, visibility.organizationId);
  return visibility.kind === 'store'
    ? and(isOfOrganization, eq(columns.storeId, visibility.storeId))
    : isOfOrganization;
}

/** The same rule for a row that is already in memory. */
export function isWithin(visibility: Visibility, row: OwnedRow): boolean {
  if (visibility.kind === 'platform') return true;
  if (row.organizationId !== visibility.organizationId) return false;
  return visibility.kind === 'organization' || row.storeId === visibility.storeId;
}
