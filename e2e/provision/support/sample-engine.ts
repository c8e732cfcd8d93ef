import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import type { StoreEngine, StoreSpec } from '@shopwright/activities';
import { AppError } from '@shopwright/contract/errors';

/**
 * How a store of the sample engine misbehaves; told by the beginning of its slug, e.g. `fault-image-x7k2`, or by its
 * administrator's name, e.g. `fault-image`, where people look at the slug.
 */
export const faults = ['image', 'quota', 'volume', 'crash', 'init', 'credentials', 'ingress', 'probe'] as const;
export type Fault = (typeof faults)[number];

/** In which step a store of the sample engine takes its time; told by the slug, e.g. `slow-route-x7k2`. */
export function slowStepOf(slug: string): string | undefined {
  return /^slow-([a-z-]+)-[a-z2-7]+$/.exec(slug)?.[1];
}

export const slowSeconds = Number(process.env['SLOW_SECONDS'] ?? 25);
/** Longer than any test: whoever holds a store lets it go by cancelling. */
const heldSeconds = 3600;

/** For how long a step waits: a while for slow ones, until it is cancelled with an administrator called `held-readiness`. */
function secondsIn({ slug, adminUsername }: StoreSpec, step: string): number {
  if (adminUsername === `held-${step}`) return heldSeconds;
  return slowStepOf(slug) === step ? slowSeconds : 0;
}

function faultOf({ slug, adminUsername }: StoreSpec): Fault | undefined {
  return faults.find((fault) => slug.startsWith(`fault-${fault}-`) || adminUsername === `fault-${fault}`);
}

/** What the initialisation ends with; an administrator called `retried-initialise` has it tried again until the deadline. */
function exitCodeOf(spec: StoreSpec): number {
  if (spec.adminUsername === 'retried-initialise') return exitCodes.database;
  const fault = faultOf(spec);
  return fault === 'init' || fault === 'credentials' ? exitCodes[fault] : 0;
}

const exitCodes = { database: 20, init: 50, credentials: 30 } as const;

/** What the initialisation writes before it ends with a code. */
const lastWordsOf: Readonly<Record<number, string>> = {
  20: 'the database does not answer',
  30: 'the database refuses the password',
  50: 'the settings could not be written: the database is read-only',
};

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
      startSeconds: secondsIn(spec, 'readiness'),
      stopSeconds: secondsIn(spec, 'remove-namespace'),
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
    const exitCode = exitCodeOf(spec);
    const lastWords = lastWordsOf[exitCode] ?? 'all set';
    const script = `echo '{"step":"settings","detail":"reading"}'; test -s /desired/desired.json || exit 20; sleep ${secondsIn(spec, 'initialise')}; echo '{"message":"${lastWords}"}'; exit ${exitCode}`;
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
    await delay(secondsIn(spec, 'probe') * 1000, undefined, { signal });
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
