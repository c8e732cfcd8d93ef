import { BlockList } from 'node:net';
import { z } from 'zod';

const selectorSchema = z.strictObject({ matchLabels: z.record(z.string(), z.string()).optional() });
const peerSchema = z.strictObject({
  podSelector: selectorSchema.optional(),
  namespaceSelector: selectorSchema.optional(),
  ipBlock: z.strictObject({ cidr: z.string(), except: z.array(z.string()).optional() }).optional(),
});
const portSchema = z.strictObject({ port: z.int(), protocol: z.enum(['TCP', 'UDP']) });
const portsSchema = z.array(portSchema).optional();

/** The part of the NetworkPolicy API that the charts use; anything else is refused, so nothing is overlooked. */
export const networkPolicySchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.strictObject({
    podSelector: selectorSchema,
    policyTypes: z.array(z.enum(['Ingress', 'Egress'])),
    ingress: z.array(z.strictObject({ from: z.array(peerSchema).optional(), ports: portsSchema })).optional(),
    egress: z.array(z.strictObject({ to: z.array(peerSchema).optional(), ports: portsSchema })).optional(),
  }),
});

export type NetworkPolicy = z.infer<typeof networkPolicySchema>;
export type Peer = z.infer<typeof peerSchema>;
export type Port = z.infer<typeof portSchema>;
type Labels = Readonly<Record<string, string>>;

/** A pod with its labels, or an address outside the cluster. */
export type Party = { namespace: string; labels: Labels } | { address: string };

export interface Connection {
  from: Party;
  to: Party;
  port: number;
  protocol?: 'TCP' | 'UDP';
}

/**
 * Whether the policies of one namespace let a connection through, seen from each of its ends that is in the namespace: a pod
 * that no policy of a direction selects is open in that direction, otherwise one rule has to allow the connection. It passes
 * when every end lets it through.
 */
export function verdicts(policies: readonly NetworkPolicy[], namespace: string, connection: Connection): boolean[] {
  const { from, to } = connection;
  const isInside = (party: Party): boolean => 'labels' in party && party.namespace === namespace;
  return [
    ...(isInside(from) ? [passes(policies, namespace, { ...connection, direction: 'Egress' })] : []),
    ...(isInside(to) ? [passes(policies, namespace, { ...connection, direction: 'Ingress' })] : []),
  ];
}

function passes(
  policies: readonly NetworkPolicy[],
  namespace: string,
  { from, to, port, protocol = 'TCP', direction }: Connection & { direction: 'Ingress' | 'Egress' },
): boolean {
  const [subject, peer] = direction === 'Ingress' ? [to, from] : [from, to];
  if (!('labels' in subject) || subject.namespace !== namespace) return true;
  const selecting = policies.filter(
    ({ spec }) => spec.policyTypes.includes(direction) && matches(spec.podSelector.matchLabels, subject.labels),
  );
  if (selecting.length === 0) return true;
  return selecting.some(({ spec }) => {
    const rules =
      direction === 'Ingress'
        ? spec.ingress?.map((rule) => ({ peers: rule.from, ports: rule.ports }))
        : spec.egress?.map((rule) => ({ peers: rule.to, ports: rule.ports }));
    return (rules ?? []).some(({ peers, ports }) => {
      const isPeer = peers === undefined || peers.some((candidate) => isPeerOf(candidate, peer, namespace));
      return isPeer && isPort(ports, port, protocol);
    });
  });
}

function isPort(ports: readonly Port[] | undefined, port: number, protocol: string): boolean {
  if (ports === undefined) return true;
  return ports.some((allowed) => allowed.protocol === protocol && allowed.port === port);
}

function isPeerOf(candidate: Peer, party: Party, namespace: string): boolean {
  if (candidate.ipBlock) return 'address' in party && isInBlock(candidate.ipBlock, party.address);
  if ('address' in party) return false;
  const isNamespace = candidate.namespaceSelector
    ? matches(candidate.namespaceSelector.matchLabels, { 'kubernetes.io/metadata.name': party.namespace })
    : party.namespace === namespace;
  return (
    isNamespace && (candidate.podSelector === undefined || matches(candidate.podSelector.matchLabels, party.labels))
  );
}

function matches(wanted: Labels | undefined, labels: Labels): boolean {
  return Object.entries(wanted ?? {}).every(([name, value]) => labels[name] === value);
}

function isInBlock({ cidr, except }: { cidr: string; except?: string[] | undefined }, address: string): boolean {
  return isInRange(cidr, address) && !(except ?? []).some((range) => isInRange(range, address));
}

function isInRange(cidr: string, address: string): boolean {
  const [network = '', prefix = ''] = cidr.split('/');
  const family = network.includes(':') ? 'ipv6' : 'ipv4';
  if (address.includes(':') !== (family === 'ipv6')) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(prefix), family);
  return list.check(address, family);
}
