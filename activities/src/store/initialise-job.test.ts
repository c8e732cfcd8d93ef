import { plans } from '@shopwright/contract/plans';
import { expect, it } from 'vitest';
import type { Initialisation, StoreSpec } from '../engines/engine.ts';
import { initialiseJob } from './initialise-job.ts';

const spec: StoreSpec = {
  storeId: 'st-abcdefghij',
  operationId: 'op-1',
  displayName: 'Tea',
  slug: 'tea',
  host: 'tea.localhost',
  publicUrl: 'http://tea.localhost',
  adminUsername: 'owner',
  adminEmail: 'owner@example.com',
  currency: 'EUR',
  country: 'DE',
  plan: plans.starter,
};

const initialisation: Initialisation = {
  image: 'shop:1',
  command: ['init'],
  variables: [{ name: 'TITLE', value: 'Costs $$5 at $(TITLE)' }],
  mounts: [],
  podLabels: {},
  resources: { cpuRequestMillis: 10, memoryRequestMib: 10, memoryLimitMib: 10 },
  exitCodes: {},
  deadlineSeconds: 10,
};

it('keeps Kubernetes from reading dollars in a value as references', () => {
  const [container] = initialiseJob(spec, initialisation, 'Never').spec?.template.spec?.containers ?? [];
  expect(container?.env).toEqual([{ name: 'TITLE', value: 'Costs $$$$5 at $$(TITLE)' }]);
});
