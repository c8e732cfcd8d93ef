import type { StoreSpec } from '@shopwright/activities/engines/engine';
import { type Connection, type NetworkPolicy, type Party, verdicts } from './network-policies.ts';

/** Ports on which the two parts of a store listen. */
export interface Ports {
  web: number;
  database: number;
}

export interface Expectation extends Connection {
  what: string;
  allowed: boolean;
}

const ingress = { namespace: 'traefik', labels: { 'app.kubernetes.io/name': 'traefik' } };
const dns = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } };
const dnsCache = { address: '169.254.20.10' };
const internet = { address: '93.184.215.14' };
const otherStore = 'st-aaaaaaaaaa';

/** Who may reach whom in a store of any engine, as docs/store.md promises it, for the values of production. */
export function expectations(engineId: string, spec: StoreSpec, ports: Ports): readonly Expectation[] {
  const pods = podsOf(engineId, spec);
  return [...insideRows(pods, ports), ...outsideRows(pods), ...nameRows(pods)];
}

/**
 * What of the expectations the policies do not fulfil. Each end has to refuse what is refused: no policy relies on the one of
 * the other end.
 */
export function broken(
  policies: readonly NetworkPolicy[],
  namespace: string,
  expected: readonly Expectation[],
): readonly string[] {
  return expected
    .filter(({ allowed, ...link }) => verdicts(policies, namespace, link).some((verdict) => verdict !== allowed))
    .map(({ what }) => what);
}

type Pods = ReturnType<typeof podsOf>;

function podsOf(engineId: string, { storeId }: StoreSpec) {
  const pod = (component: string, namespace = storeId) => ({
    namespace,
    labels: {
      'app.kubernetes.io/name': engineId,
      'app.kubernetes.io/instance': storeId,
      'app.kubernetes.io/component': component,
    },
  });
  return {
    web: pod('web'),
    database: pod('database'),
    initialisation: pod('initialisation'),
    stranger: pod('something-else'),
    other: {
      web: pod('web', otherStore),
      database: pod('database', otherStore),
      initialisation: pod('initialisation', otherStore),
    },
  };
}

function row(what: string, from: Party, to: Party, port: number, allowed: boolean): Expectation {
  return { what, from, to, port, allowed };
}

function insideRows({ web, database, initialisation, stranger, other }: Pods, ports: Ports): readonly Expectation[] {
  return [
    row('the ingress controller reaches web', ingress, web, ports.web, true),
    row('web reaches the database', web, database, ports.database, true),
    row('the initialisation reaches the database', initialisation, database, ports.database, true),
    row('the ingress controller does not reach the database', ingress, database, ports.database, false),
    row('the ingress controller reaches web on its port only', ingress, web, ports.web + 1, false),
    row('another pod of its namespace does not reach web', { ...ingress, labels: {} }, web, ports.web, false),
    row('a pod like it elsewhere does not reach web', { ...ingress, namespace: 'x' }, web, ports.web, false),
    row('web reaches the database on its port only', web, database, ports.database + 1, false),
    row('the initialisation does too', initialisation, database, ports.database + 1, false),
    row('web of another store does not reach web', other.web, web, ports.web, false),
    row('web of another store does not reach the database', other.web, database, ports.database, false),
    row('nor does its initialisation', other.initialisation, database, ports.database, false),
    row('web does not reach another store', web, other.database, ports.database, false),
    row('the initialisation does not either', initialisation, other.database, ports.database, false),
    row('web reaches no other part', web, stranger, ports.database, false),
    row('the initialisation reaches none', initialisation, stranger, ports.database, false),
    row('a pod without a role reaches nothing', stranger, database, ports.database, false),
    row('nobody reaches a pod without a role', ingress, stranger, ports.web, false),
    row('the database does not reach web', database, web, ports.web, false),
    row('nobody reaches the initialisation', web, initialisation, ports.web, false),
  ];
}

function outsideRows({ web, database, initialisation, stranger }: Pods): readonly Expectation[] {
  return [
    row('web reaches a payment provider', web, internet, 443, true),
    row('web reaches one over IPv6', web, { address: '2606:2800:21f::1' }, 443, true),
    row('web reaches a mail relay', web, internet, 587, true),
    row('web does not reach port 80 outside', web, internet, 80, false),
    ...deniedAddresses.map((address) => row(`web does not reach ${address}`, web, { address }, 443, false)),
    row('a pod without a role does not reach the internet', stranger, internet, 443, false),
    row('the database does not reach the internet', database, internet, 443, false),
    row('the initialisation does not reach the internet', initialisation, internet, 443, false),
  ];
}

function nameRows({ web, database, initialisation }: Pods): readonly Expectation[] {
  const clients = [
    { who: 'web', client: web },
    { who: 'the initialisation', client: initialisation },
  ];
  return [
    ...clients.flatMap(({ who, client }) => [
      ...lookups(`${who} resolves names in the cluster`, client, dns, true),
      ...lookups(`${who} asks the cache on the node`, client, dnsCache, true),
      ...lookups(`${who} does not resolve names outside`, client, { address: '8.8.8.8' }, false),
      ...lookups(`${who} asks no other pod there`, client, { ...dns, labels: {} }, false),
      ...lookups(`${who} asks no pod like it elsewhere`, client, { ...dns, namespace: 'x' }, false),
      row(`${who} reaches DNS on its port only`, client, dns, 443, false),
    ]),
    ...lookups('the database resolves nothing', database, dns, false),
  ];
}

function lookups(what: string, from: Party, to: Party, allowed: boolean): readonly Expectation[] {
  return (['UDP', 'TCP'] as const).map((protocol) => ({
    ...row(`${what}, ${protocol}`, from, to, 53, allowed),
    protocol,
  }));
}

/** One of every range that is not the public internet: this network, private, shared, loopback, metadata, reserved, IPv6. */
const deniedAddresses = [
  '0.0.0.1',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.0.1',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '::1',
  'fd00::1',
  'fe80::1',
  'ff02::1',
  '64:ff9b::a00:1',
];
