import type { EngineEnvironment, StoreEngine, StoreSpec } from '@shopwright/activities/engines/engine';
import { newOperationId, newStoreId } from '@shopwright/contract/ids';
import { plans } from '@shopwright/contract/plans';
import type { Stack } from './stack.ts';

/** Everything that a text may hold and that something on its way could misread. */
export const awkwardTitle = `Té & "Кофе" 'お茶' \\ $(id) <b>50 %</b>`;
export const awkwardUsername = `Zoë "O'Neil" \\ 名 $HOME`;
export const awkwardPassword = `p"a's\\s<b>wörd ☕ $(x) %s, {{y}} ; `;

/** A store as a person could ask for it; unique, so that runs do not meet. */
export function newSpec(stack: Stack, change: Partial<StoreSpec> = {}): StoreSpec {
  const storeId = newStoreId();
  const slug = storeId.replace('st-', 'engine-');
  const host = `${slug}.localhost`;
  return {
    storeId,
    operationId: newOperationId(),
    displayName: awkwardTitle,
    slug,
    host,
    publicUrl: `http://${host}:${stack.publicPort}`,
    adminUsername: awkwardUsername,
    adminEmail: 'owner@example.com',
    currency: 'EUR',
    country: 'DE',
    plan: plans.small,
    ...change,
  };
}

export function environmentOf(stack: Stack, engine: StoreEngine, routeEnabled: boolean): EngineEnvironment {
  return {
    images: stack.engines.images(engine.id),
    imagePullPolicy: 'Never',
    ingressClass: stack.ingressClass,
    ingressNamespace: '',
    storageClass: '',
    tlsSecretName: '',
    routeEnabled,
  };
}
