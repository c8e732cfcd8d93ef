import type { V1ContainerStatus, V1Pod } from '@kubernetes/client-node';
import type { PodState, PodView } from '@shopwright/contract/schemas/pods';

/** Reasons with which Kubernetes says that a container cannot run, not only that it does not run yet. */
const failingReasons: ReadonlySet<string> = new Set([
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'ErrImageNeverPull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

/** A pod of a store for people: one word for how it is, and the reason of Kubernetes where there is one. */
export function podView(pod: V1Pod): PodView {
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
  const containers = (pod.status?.containerStatuses ?? []).map(containerView);
  return {
    name: pod.metadata?.name ?? '',
    component: pod.metadata?.labels?.['app.kubernetes.io/component'] ?? null,
    state: stateOf(pod, statuses),
    reason: pod.status?.reason ?? statuses.map(reasonOf).find((reason) => reason !== null) ?? unscheduledReason(pod),
    restarts: statuses.reduce((sum, { restartCount }) => sum + restartCount, 0),
    startedAt: pod.status?.startTime === undefined ? null : new Date(pod.status.startTime).toISOString(),
    containers,
  };
}

function stateOf(pod: V1Pod, statuses: readonly V1ContainerStatus[]): PodState {
  if (pod.metadata?.deletionTimestamp !== undefined) return 'ending';
  switch (pod.status?.phase) {
    case 'Succeeded':
      return 'completed';
    case 'Failed':
      return 'failing';
    default:
  }
  if (statuses.some((status) => failingReasons.has(reasonOf(status) ?? ''))) return 'failing';
  if (pod.status?.phase !== 'Running') return 'waiting';
  const isReady = pod.status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
  return isReady ? 'ready' : 'starting';
}

function containerView(status: V1ContainerStatus): PodView['containers'][number] {
  return {
    name: status.name,
    ready: status.ready,
    restarts: status.restartCount,
    reason: reasonOf(status) ?? status.lastState?.terminated?.reason ?? null,
  };
}

/** Why a container does not run; null where it does, or has done what it was for. */
function reasonOf({ state }: V1ContainerStatus): string | null {
  if (state?.terminated?.exitCode === 0) return null;
  return state?.waiting?.reason ?? state?.terminated?.reason ?? null;
}

function unscheduledReason(pod: V1Pod): string | null {
  return (
    pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False')?.reason ?? null
  );
}
