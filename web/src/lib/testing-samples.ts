import type { EventType } from '@shopwright/contract/events';
import type { EventView } from '@shopwright/contract/schemas/event';
import type { OperationView } from '@shopwright/contract/schemas/operation';
import type { StoreView } from '@shopwright/contract/schemas/store';
import { operationSteps, stepRegistry } from '@shopwright/contract/steps';

const at = '2026-11-24T08:00:00.000Z';
const actor = { kind: 'operator', id: 'operator', name: 'operator@example.com' } as const;

/** A provision that has just started. */
export function sampleOperation(): OperationView {
  return {
    id: 'op-aaaaaaaaaaaaaaaa',
    storeId: 'st-aaaaaaaaaa',
    kind: 'provision',
    state: 'running',
    done: false,
    actor,
    createdAt: at,
    startedAt: at,
    endedAt: null,
    cancellable: true,
    cancelRequested: false,
    queuePosition: null,
    failure: null,
    usualMs: null,
    workflow: null,
    serverNow: at,
    steps: operationSteps.provision.map((id) => ({
      id,
      title: stepRegistry[id].title,
      description: stepRegistry[id].description,
      state: 'pending',
      startedAt: null,
      endedAt: null,
      durationMs: null,
      usualMs: null,
      progress: null,
      attempts: [],
      failure: null,
    })),
  };
}

export function sampleStore(changes: Partial<StoreView> = {}): StoreView {
  return {
    id: 'st-aaaaaaaaaa',
    name: 'Tea & Co',
    slug: 'tea-co',
    phase: 'provisioning',
    engine: { id: 'sample', displayName: 'Sample', version: '1.0.0' },
    plan: 'small',
    organizationId: 'org-default',
    url: 'http://tea-co.localhost:8081',
    adminUrl: 'http://tea-co.localhost:8081/admin',
    adminUsername: 'owner',
    adminEmail: 'owner@tea-co.localhost',
    currency: 'USD',
    country: 'US',
    credentialsAvailable: false,
    actions: ['cancel', 'delete'],
    operation: sampleOperation(),
    failure: null,
    createdAt: at,
    updatedAt: at,
    readyAt: null,
    deletedAt: null,
    version: 1,
    ...changes,
  };
}

export function sampleEvent(type: EventType, data: EventView['data'] = {}, seconds = 1): EventView {
  return {
    id: String(seconds),
    at: new Date(Date.parse(at) + seconds * 1000).toISOString(),
    type,
    storeId: 'st-aaaaaaaaaa',
    operationId: 'op-aaaaaaaaaaaaaaaa',
    organizationId: 'org-default',
    actor,
    source: null,
    reason: null,
    data,
  };
}
