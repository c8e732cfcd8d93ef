import type { NetworkPolicy, Peer, Port } from './network-policies.ts';

export interface Mutation {
  what: string;
  policies: readonly NetworkPolicy[];
}

const directions = [
  { direction: 'ingress', peers: 'from' },
  { direction: 'egress', peers: 'to' },
] as const;

interface Rule {
  from?: Peer[] | undefined;
  to?: Peer[] | undefined;
  ports?: Port[] | undefined;
}

/** Every way in which one rule could be forgotten or be one word too wide; each must be noticed. */
export function* mutations(policies: readonly NetworkPolicy[]): Generator<Mutation> {
  for (const [index, policy] of policies.entries()) {
    const name = policy.metadata.name;
    yield { what: `${name} forgotten`, policies: policies.toSpliced(index, 1) };
    for (const { direction, peers } of directions) {
      const rules: readonly Rule[] = policy.spec[direction] ?? [];
      const changed = (what: string, newRules: readonly Rule[]): Mutation => ({
        what: `${name}: ${what}`,
        policies: policies.with(index, withRules(policy, direction, newRules)),
      });
      yield changed(`any ${direction}`, [...rules, {}]);
      for (const [at, rule] of rules.entries()) {
        const title = `${direction} rule ${at}`;
        yield changed(`${title} forgotten`, rules.toSpliced(at, 1));
        yield* ruleMutations(rule, peers, (what, mutated) => changed(`${title} ${what}`, rules.with(at, mutated)));
      }
    }
  }
}

function* ruleMutations(
  rule: Rule,
  peers: 'from' | 'to',
  changed: (what: string, rule: Rule) => Mutation,
): Generator<Mutation> {
  const { [peers]: allowed = [], ports = [] } = rule;
  yield changed('with any peer', { ports });
  yield changed('with any port', { [peers]: allowed });
  for (const index of ports.keys())
    yield changed(`without port ${index}`, { ...rule, ports: ports.toSpliced(index, 1) });
  for (const [index, peer] of allowed.entries()) {
    const replaced = (what: string, ...others: Peer[]): Mutation =>
      changed(`peer ${index} ${what}`, { ...rule, [peers]: allowed.toSpliced(index, 1, ...others) });
    if (allowed.length > 1) yield replaced('forgotten');
    yield* peerMutations(peer, replaced);
  }
}

function* peerMutations(peer: Peer, replaced: (what: string, ...others: Peer[]) => Mutation): Generator<Mutation> {
  const { podSelector, namespaceSelector, ipBlock } = peer;
  if (podSelector !== undefined && namespaceSelector !== undefined) {
    yield replaced('with every pod', { namespaceSelector });
    yield replaced('in every namespace', { podSelector, namespaceSelector: {} });
  } else if (podSelector !== undefined) {
    yield replaced('with every pod', { podSelector: {} });
    yield replaced('in every namespace', { podSelector, namespaceSelector: {} });
  }
  if (ipBlock === undefined) return;
  const { cidr, except = [] } = ipBlock;
  for (const [index, range] of except.entries()) {
    yield replaced(`without the exception ${range}`, { ipBlock: { cidr, except: except.toSpliced(index, 1) } });
  }
  if (cidr.includes(':')) yield replaced('with all of IPv6', { ipBlock: { cidr: '::/0' } });
}

function withRules(policy: NetworkPolicy, direction: 'ingress' | 'egress', rules: readonly Rule[]): NetworkPolicy {
  return { ...policy, spec: { ...policy.spec, [direction]: rules } };
}
