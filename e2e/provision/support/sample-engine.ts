import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import type { StoreEngine, StoreSpec } from '@shopwright/activities';
import { AppError } from '@shopwright/contract/errors';

/** How a store of the sample engine misbehaves; told by the beginning of its slug, e.g. `fault-image-x7k2`. */
export const faults = ['image', 'quota', 'volume', 'crash', 'init', 'credentials', 'ingress', 'probe'] as const;
export type Fault = (typeof faults)[number];

/** In which step a store of the sample engine takes its time; told by the slug, e.g. `slow-route-x7k2`. */
export function slowStepOf(slug: string): string | undefined {
  return /^slow-([a-z-]+)-[a-z2-7]+$/.exec(slug)?.[1];
}

export const slowSeconds = Number(process.env['SLOW_SECONDS'] ?? 25);

function faultOf(spec: StoreSpec): Fault | undefined {
  return faults.find((fault) => spec.slug.startsWith(`fault-${fault}-`));
}

const isSlowIn = (spec: StoreSpec, step: string): boolean => slowStepOf(spec.slug) === step;

const exitCodes = { init: 50, credentials: 30 } as const;

/** A store of a shell and a web server: every part that the platform handles, in a second and a megabyte. */
export const sampleEngine: StoreEngine = {
  id: 'sample',
  displayName: 'Sample',
  version: '1.0.0',
  preference: 1,
  images: ['shell'],
  chartDirectory: fileURLToPath(new URL('chart', import.meta.url)),
  adminPath: '/admin',
  adminLogin: 'username',
  values: (spec, environment) => {
    const fault = faultOf(spec);
    return {
      store: { id: spec.storeId, host: spec.host },
      image: environment.images['shell'] ?? '',
      webImage: fault === 'image' ? 'localhost/shopwright/absent:1' : (environment.images['shell'] ?? ''),
      ingressClass: fault === 'ingress' ? 'absent' : environment.ingressClass,
      storageClass: fault === 'volume' ? 'absent' : environment.storageClass,
      pullPolicy: environment.imagePullPolicy,
      routeEnabled: environment.routeEnabled,
      podLimit: fault === 'quota' ? 0 : 8,
      startSeconds: isSlowIn(spec, 'readiness') ? slowSeconds : 0,
      stopSeconds: isSlowIn(spec, 'remove-namespace') ? slowSeconds : 0,
      crash: fault === 'crash',
    };
  },
  secrets: () => [
    { name: 'store-database', keys: { password: { kind: 'random', length: 32 } } },
    {
      name: 'store-settings',
      keys: {
        'desired.json': {
          kind: 'derived',
          derive: (known) => JSON.stringify({ admin: known['store-admin'], database: known['store-database'] }),
        },
      },
    },
  ],
  initialisation: (spec, environment) => {
    const fault = faultOf(spec);
    const exitCode = fault === 'init' || fault === 'credentials' ? exitCodes[fault] : 0;
    const script = `echo '{"step":"settings","detail":"reading"}'; test -s /desired/desired.json || exit 20; sleep ${isSlowIn(spec, 'initialise') ? slowSeconds : 0}; echo '{"message":"all set"}'; exit ${exitCode}`;
    return {
      image: environment.images['shell'] ?? '',
      command: ['sh', '-c', script],
      variables: [{ name: 'DATABASE_PASSWORD', secretName: 'store-database', secretKey: 'password' }],
      mounts: [{ path: '/desired', secretName: 'store-settings' }],
      podLabels: {},
      resources: { cpuRequestMillis: 5, memoryRequestMib: 8, memoryLimitMib: 32 },
      exitCodes: { 20: 'INIT_DATABASE_UNREACHABLE', 30: 'INIT_CREDENTIALS_REFUSED', 50: 'INIT_FAILED' },
      deadlineSeconds: 120,
    };
  },
  probe: async (spec, { http, signal, onStep }) => {
    const started = performance.now();
    if (isSlowIn(spec, 'probe')) await delay(slowSeconds * 1000, undefined, { signal });
    const page = await http({ path: '/' });
    if (page.status !== 200 || !page.body.includes('sample store')) {
      throw new AppError('PROBE_STOREFRONT_FAILED', { params: { check: 'home', reason: `status ${page.status}` } });
    }
    onStep({ name: 'home', durationMs: performance.now() - started, detail: 'the page is there' });
    const order = await http({ path: faultOf(spec) === 'probe' ? '/cgi-bin/absent' : '/cgi-bin/order' });
    if (order.status !== 200) {
      throw new AppError('PROBE_CHECKOUT_FAILED', { params: { reason: `status ${order.status}` } });
    }
    const step = { name: 'order', durationMs: performance.now() - started, detail: 'an order went through' };
    onStep(step);
    return { steps: [step], orderReference: order.body.trim() };
  },
};
