import { describe, expect, test } from 'vitest';
import { newSpec } from '../engines/support/spec.ts';
import { chartValues } from './support/chart-values.ts';
import { isAllowed, networkPolicySchema, type Party } from './support/network-policies.ts';
import { render } from './support/render.ts';
import { stack, woocommerce as engine } from './support/woocommerce.ts';

// The local node does not enforce policies, so they are read here by the rules of their API. A production cluster enforces
// them with its network plugin (Calico, Cilium, k3s, kind from 0.24).
const spec = newSpec(stack);
const namespace = 'default';

const policies = (
  await render({
    helm: stack.helmPath,
    engine,
    files: ['values-production.yaml'],
    values: chartValues(engine, spec),
  })
)
  .filter(({ kind }) => kind === 'NetworkPolicy')
  .map((policy) => networkPolicySchema.parse(policy));

function component(name: string): Party {
  const labels = { 'app.kubernetes.io/name': 'woocommerce', 'app.kubernetes.io/instance': spec.storeId };
  return { namespace, labels: { ...labels, 'app.kubernetes.io/component': name } };
}

const web = component('web');
const database = component('database');
const initialisation = component('initialisation');
const stranger = component('something-else');
const ingress: Party = { namespace: 'traefik', labels: { 'app.kubernetes.io/name': 'traefik' } };
const dns: Party = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } };
const neighbour: Party = { namespace: 'st-aaaaaaaaaa', labels: 'labels' in web ? web.labels : {} };

describe('who may reach whom', () => {
  test.each<[string, Party, Party, number, boolean]>([
    ['the ingress controller reaches web', ingress, web, 8080, true],
    ['web reaches the database', web, database, 3306, true],
    ['the initialisation reaches the database', initialisation, database, 3306, true],
    ['web reaches a payment provider', web, { address: '93.184.215.14' }, 443, true],
    ['web reaches a mail relay', web, { address: '93.184.215.14' }, 587, true],
    ['the node-local DNS cache answers', web, { address: '169.254.20.10' }, 53, true],
    ['the ingress controller does not reach the database', ingress, database, 3306, false],
    ['another pod of the controller namespace does not reach web', { ...ingress, labels: {} }, web, 8080, false],
    ['web of another store does not reach web', neighbour, web, 8080, false],
    ['web of another store does not reach the database', neighbour, database, 3306, false],
    ['web does not reach the database of another store', web, { ...neighbour, labels: {} }, 3306, false],
    ['a pod without a role reaches nothing', stranger, database, 3306, false],
    ['a pod without a role does not reach the internet', stranger, { address: '93.184.215.14' }, 443, false],
    ['the database does not reach web', database, web, 8080, false],
    ['the database does not reach the internet', database, { address: '93.184.215.14' }, 443, false],
    ['the initialisation does not reach the internet', initialisation, { address: '93.184.215.14' }, 443, false],
    ['nobody reaches the initialisation', web, initialisation, 8080, false],
    ['web does not reach port 80 outside', web, { address: '93.184.215.14' }, 80, false],
    ['web does not reach cloud metadata', web, { address: '169.254.169.254' }, 443, false],
    ['web does not reach a private network', web, { address: '10.0.0.1' }, 443, false],
    ['web does not reach carrier-grade addresses', web, { address: '100.64.0.1' }, 443, false],
    ['web does not reach the node', web, { address: '192.168.1.1' }, 443, false],
    ['web does not reach unique local addresses', web, { address: 'fd00::1' }, 443, false],
    ['web does not reach link-local addresses', web, { address: 'fe80::1' }, 443, false],
    ['web does not resolve names outside', web, { address: '8.8.8.8' }, 53, false],
  ])('%s', (_what, from, to, port, expected) => {
    expect(isAllowed(policies, namespace, { from, to, port })).toBe(expected);
  });

  test.each([web, initialisation])('names are resolved by the cluster', (from) => {
    expect(isAllowed(policies, namespace, { from, to: dns, port: 53, protocol: 'UDP' })).toBe(true);
  });

  test('the database resolves nothing', () => {
    expect(isAllowed(policies, namespace, { from: database, to: dns, port: 53, protocol: 'UDP' })).toBe(false);
  });
});
