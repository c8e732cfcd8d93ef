import { allowedActions, type StoreAction } from '@shopwright/contract/phases';
import type { OperationSummary } from '@shopwright/contract/schemas/operation';
import type { StoreView } from '@shopwright/contract/schemas/store';
import type { EngineRow, StoreRow } from '@shopwright/database';
import { storeAddress, type StoreAddressConfig } from '@shopwright/runtime';
import { failureView } from '../operations/failure-view.ts';

export interface StoreViewParts {
  row: StoreRow;
  /** Undefined where no worker knows the engine any more. */
  engine: EngineRow | undefined;
  operation: OperationSummary | null;
  address: StoreAddressConfig;
}

export function storeView({ row, engine, operation, address }: StoreViewParts): StoreView {
  const { url } = storeAddress(row.slug, address);
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    phase: row.phase,
    engine: {
      id: row.engineId,
      displayName: engine?.displayName ?? row.engineId,
      version: engine?.version ?? 'unknown',
    },
    plan: row.plan,
    organizationId: row.organizationId,
    url,
    adminUrl: `${url}${engine?.adminPath ?? ''}`,
    adminUsername: loginName(row, engine),
    adminEmail: row.adminEmail,
    currency: row.currency,
    country: row.country,
    credentialsAvailable: areCredentialsAvailable(row),
    actions: actionsOf(row, operation),
    operation,
    failure: failureView(row.failure),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    readyAt: row.readyAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    version: row.version,
  };
}

/** What the owner types to sign in: some engines ask for the e-mail address. */
export function loginName(row: StoreRow, engine: EngineRow | undefined): string {
  return engine?.adminLogin === 'email' ? row.adminEmail : row.adminUsername;
}

/** Whether the password exists and nobody has read it yet. */
function areCredentialsAvailable(row: StoreRow): boolean {
  return row.phase === 'ready' && row.credentialsRevealedAt === null;
}

/** The transition table's actions; cancelling is offered only until it was asked for. */
function actionsOf(row: StoreRow, operation: OperationSummary | null): StoreAction[] {
  return allowedActions(row.phase).filter((action) => action !== 'cancel' || operation?.cancellable === true);
}
