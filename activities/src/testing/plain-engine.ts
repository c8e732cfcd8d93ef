import type { StoreEngine } from '../engines/engine.ts';

/** The least that an engine can be. */
export const plainEngine: StoreEngine = {
  id: 'plain',
  displayName: 'Plain',
  version: '1.0.0',
  preference: 1,
  images: ['web'],
  chartDirectory: '/charts/plain',
  adminPath: '/admin',
  adminLogin: 'username',
  values: (spec, environment) => ({ store: { id: spec.storeId }, route: { enabled: environment.routeEnabled } }),
  secrets: () => [
    {
      name: 'store-database',
      keys: {
        password: { kind: 'random', length: 32 },
        admin: { kind: 'derived', derive: (known) => known['store-admin']?.['password'] ?? '' },
      },
    },
  ],
  initialisation: () => ({
    image: 'registry.example/web:1',
    command: ['init'],
    variables: [],
    mounts: [],
    podLabels: {},
    resources: { cpuRequestMillis: 1, memoryRequestMib: 1, memoryLimitMib: 1 },
    exitCodes: {},
    deadlineSeconds: 60,
  }),
  probe: async () => ({ steps: [], orderReference: '1' }),
};
