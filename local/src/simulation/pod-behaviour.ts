/** What the simulated kubelet makes of a pod. Times are counted from the moment when the pod was put on a node. */
export type PodBehaviour =
  | { readonly kind: 'ready'; readonly afterMs: number }
  | { readonly kind: 'failing'; readonly afterMs: number; readonly exitCode: number; readonly reason: string }
  | { readonly kind: 'never ready'; readonly reason: string };

/** Behaviour for the pods that carry a label, for example `{ label: ['app', 'web'], behaviour: … }`. */
export interface PodRule {
  readonly label: readonly [key: string, value: string];
  readonly behaviour: PodBehaviour;
}

type Expression = { key: string; operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'; values?: string[] };

const labelKey = (key: string): string => `.metadata.labels[${JSON.stringify(key)}]`;

/**
 * KWOK's description of the simulated kubelet (API kwok.x-k8s.io/v1alpha1, kind Stage).
 * A pod follows the first rule whose label it carries, else `otherwise`; pods of Jobs succeed once they are ready.
 */
export function podStages(rules: readonly PodRule[], otherwise: PodBehaviour): object[] {
  const unmatched = rules.map(({ label: [key, value] }): Expression => ({
    key: labelKey(key),
    operator: 'NotIn',
    values: [value],
  }));
  return [
    ...rules.map(({ label: [key, value], behaviour }, index) =>
      stage(`rule-${index}`, [...pending, { key: labelKey(key), operator: 'In', values: [value] }], behaviour),
    ),
    stage('otherwise', [...pending, ...unmatched], otherwise),
    jobSucceeds,
    isDeleted,
  ];
}

const isAlive: Expression = { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' };
const pending: Expression[] = [
  isAlive,
  { key: '.status.phase', operator: 'In', values: ['Pending'] },
  // A stage that left the pod pending must not run again.
  { key: '.status.startTime', operator: 'DoesNotExist' },
];

function stage(name: string, matchExpressions: Expression[], behaviour: PodBehaviour): object {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name },
    spec: {
      resourceRef: { apiGroup: 'v1', kind: 'Pod' },
      selector: { matchExpressions },
      delay: { durationMilliseconds: behaviour.kind === 'never ready' ? 0 : behaviour.afterMs },
      next: { statusTemplate: statusTemplate(behaviour) },
    },
  };
}

function statusTemplate(behaviour: PodBehaviour): string {
  switch (behaviour.kind) {
    case 'ready':
      return podStatus('Running', 'True', 'running: { startedAt: {{ $now | Quote }} }');
    case 'failing':
      return podStatus(
        'Failed',
        'False',
        `terminated: { exitCode: ${behaviour.exitCode}, reason: ${JSON.stringify(behaviour.reason)}, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }} }`,
      );
    case 'never ready':
      return podStatus('Pending', 'False', `waiting: { reason: ${JSON.stringify(behaviour.reason)} }`);
  }
}

/** Status of a pod whose containers are all in the same state. `state` is one line of YAML. */
function podStatus(phase: string, ready: 'True' | 'False', state: string): string {
  return `{{ $now := Now }}
phase: ${phase}
startTime: {{ $now | Quote }}
hostIP: {{ NodeIPWith .spec.nodeName | Quote }}
podIP: {{ PodIPWith .spec.nodeName ( or .spec.hostNetwork false ) ( or .metadata.uid "" ) ( or .metadata.name "" ) ( or .metadata.namespace "" ) | Quote }}
conditions:
- { type: Initialized, status: "True", lastTransitionTime: {{ $now | Quote }} }
- { type: ContainersReady, status: "${ready}", lastTransitionTime: {{ $now | Quote }} }
- { type: Ready, status: "${ready}", lastTransitionTime: {{ $now | Quote }} }
containerStatuses:
{{ range .spec.containers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  ready: ${ready === 'True'}
  restartCount: 0
  state:
    ${state}
{{ end }}
`;
}

const jobSucceeds = {
  apiVersion: 'kwok.x-k8s.io/v1alpha1',
  kind: 'Stage',
  metadata: { name: 'job-succeeds' },
  spec: {
    resourceRef: { apiGroup: 'v1', kind: 'Pod' },
    selector: {
      matchExpressions: [
        isAlive,
        { key: '.status.phase', operator: 'In', values: ['Running'] },
        { key: '.metadata.ownerReferences.[].kind', operator: 'In', values: ['Job'] },
      ],
    },
    next: {
      statusTemplate: podStatus(
        'Succeeded',
        'False',
        'terminated: { exitCode: 0, reason: Completed, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }} }',
      ),
    },
  },
};

const isDeleted = {
  apiVersion: 'kwok.x-k8s.io/v1alpha1',
  kind: 'Stage',
  metadata: { name: 'is-deleted' },
  spec: {
    resourceRef: { apiGroup: 'v1', kind: 'Pod' },
    selector: { matchExpressions: [{ key: '.metadata.deletionTimestamp', operator: 'Exists' }] },
    next: { delete: true },
  },
};

/** A simulated node is ready at once and has room for everything; KWOK renews its lease. */
export const nodeStage = {
  apiVersion: 'kwok.x-k8s.io/v1alpha1',
  kind: 'Stage',
  metadata: { name: 'node-ready' },
  spec: {
    resourceRef: { apiGroup: 'v1', kind: 'Node' },
    selector: {
      matchExpressions: [
        { key: '.status.conditions.[] | select( .type == "Ready" ) | .status', operator: 'NotIn', values: ['True'] },
      ],
    },
    next: {
      statusTemplate: `{{ $now := Now }}
addresses:
- { type: InternalIP, address: {{ NodeIP | Quote }} }
allocatable: { cpu: 1k, memory: 1Ti, pods: 1M, ephemeral-storage: 1Pi }
capacity: { cpu: 1k, memory: 1Ti, pods: 1M, ephemeral-storage: 1Pi }
conditions:
- { type: Ready, status: "True", reason: Simulated, message: no kubelet runs, lastHeartbeatTime: {{ $now | Quote }}, lastTransitionTime: {{ $now | Quote }} }
`,
    },
  },
};
