import { AppError } from '@shopwright/contract/errors';
import { plans } from '@shopwright/contract/plans';
import { findStore, platformWide, type StoreRow } from '@shopwright/database';
import { storeAddress } from '@shopwright/runtime';
import type { ActivityDeps } from '../deps.ts';
import type { EngineEnvironment, StoreEngine, StoreSpec } from '../engines/engine.ts';
import type { StepInput } from '../recorded-step.ts';

export interface StoreContext {
  spec: StoreSpec;
  engine: StoreEngine;
  environment: EngineEnvironment;
}

/** What a step needs to know of its store. Throws STORE_NOT_FOUND, ENGINE_UNKNOWN, ENGINE_UNAVAILABLE. */
export async function loadStoreContext(deps: ActivityDeps, input: StepInput): Promise<StoreContext> {
  const row = await findStore(deps.db, platformWide, input.storeId);
  if (row === undefined) throw new AppError('STORE_NOT_FOUND', { params: { storeId: input.storeId } });
  const engines = await deps.engines();
  const engine = engines.get(row.engineId);
  return {
    spec: storeSpec(row, input.operationId, deps),
    engine,
    environment: {
      images: engines.images(row.engineId),
      imagePullPolicy: deps.platform.imagePullPolicy,
      ingressClass: deps.platform.ingressClass,
      ingressNamespace: deps.platform.ingressNamespace,
      storageClass: deps.platform.storageClass,
      tlsSecretName: deps.platform.tlsSecretName,
      routeEnabled: false,
    },
  };
}

function storeSpec(row: StoreRow, operationId: string, deps: ActivityDeps): StoreSpec {
  const address = storeAddress(row.slug, deps.platform);
  return {
    storeId: row.id,
    operationId,
    displayName: row.name,
    slug: row.slug,
    host: address.host,
    publicUrl: address.url,
    adminUsername: row.adminUsername,
    adminEmail: row.adminEmail,
    currency: row.currency,
    country: row.country,
    plan: plans[row.plan],
  };
}
