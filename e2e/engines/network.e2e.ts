import { describe, expect, test } from 'vitest';
import { networkPolicySchema } from './support/network-policies.ts';
import { mutations } from './support/policy-mutations.ts';
import { broken, expectations } from './support/reachability.ts';
import { podSpecs } from './support/render.ts';
import { rendered } from './support/rendered.ts';
import { newSpec } from './support/spec.ts';
import { connectStack } from './support/stack.ts';

// The local node does not enforce policies, so they are read here by the rules of their API. A production cluster enforces
// them with its network plugin (Calico, Cilium, k3s, kind from 0.24).
const stack = await connectStack();
const spec = newSpec(stack);

describe.each(stack.engines.list().map((engine) => ({ id: engine.id, engine })))(
  'network of $id',
  async ({ engine }) => {
    const objects = await rendered(stack.helmPath, engine, spec, { files: ['values-production.yaml'] });
    const policies = objects
      .filter(({ kind }) => kind === 'NetworkPolicy')
      .map((policy) => networkPolicySchema.parse(policy));
    const containers = podSpecs(objects).flatMap(({ name, pod }) =>
      pod.containers.map((container) => ({ name, ports: container.ports ?? [] })),
    );
    const portOf = (workload: string): number => {
      const open = containers.filter(({ name }) => name === workload).flatMap(({ ports }) => ports);
      return (open.find(({ name }) => name === 'http') ?? open[0])?.containerPort ?? Number.NaN;
    };
    const ports = { web: portOf('Deployment/web'), database: portOf('StatefulSet/database') };
    const expected = expectations(engine.id, spec, ports);

    test.each(expected)('$what', (expectation) => {
      expect(broken(policies, spec.storeId, [expectation])).toEqual([]);
    });

    test('a rule that is forgotten or too wide would be noticed', () => {
      const unnoticed = [...mutations(policies)]
        .filter((mutation) => broken(mutation.policies, spec.storeId, expected).length === 0)
        .map(({ what }) => what);
      expect(unnoticed).toEqual([]);
    });

    test('without a way out, web reaches nothing outside', async () => {
      const local = await rendered(stack.helmPath, engine, spec, { files: ['values-local.yaml'] });
      const closed = local
        .filter(({ kind }) => kind === 'NetworkPolicy')
        .map((policy) => networkPolicySchema.parse(policy));
      const outside = expected.filter(({ to, port }) => 'address' in to && port !== 53);
      expect(broken(closed, spec.storeId, outside)).toEqual(
        outside.filter(({ allowed }) => allowed).map(({ what }) => what),
      );
    });
  },
);
