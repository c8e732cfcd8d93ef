import type { V1ContainerStatus, V1Pod } from '@kubernetes/client-node';
import type { ErrorCode, ErrorParams } from '@shopwright/contract/errors';
import type { Patience } from '../../patience.ts';
import { componentLabel } from '../labels.ts';
import { refusalOf } from '../refusal.ts';
import type { Workloads } from './workloads.ts';

/** A sign that something will not become ready by itself, once it has lasted `patienceMs`. */
export interface Trouble {
  code: ErrorCode;
  params: ErrorParams;
  /** Tells the same trouble apart from others over time. */
  key: string;
  patienceMs: number;
  /** Where to read the last lines that the container wrote. */
  log?: { pod: string; container: string; previous: boolean };
}

export interface Assessment {
  isReady: boolean;
  /** E.g. `database 1/1, web 0/1`. */
  summary: string;
  troubles: readonly Trouble[];
}

/** Judges the present state of a store's workloads. Pure. `ignoredComponents`: pods of jobs, judged elsewhere. */
export function assess(
  workloads: Workloads,
  patience: Patience,
  ignoredComponents: ReadonlySet<string> = new Set(),
): Assessment {
  const sets = [...workloads.deployments, ...workloads.statefulSets];
  const parts = sets.map((set) => {
    const wanted = set.spec?.replicas ?? 1;
    const isCurrent = (set.status?.observedGeneration ?? 0) >= (set.metadata?.generation ?? 0);
    const ready = isCurrent ? (set.status?.readyReplicas ?? 0) : 0;
    return { name: set.metadata?.name ?? '', wanted, ready };
  });
  const pods = workloads.pods.filter((pod) => !ignoredComponents.has(pod.metadata?.labels?.[componentLabel] ?? ''));
  return {
    isReady: parts.length > 0 && parts.every((part) => part.ready >= part.wanted),
    summary: parts.map((part) => `${part.name} ${part.ready}/${part.wanted}`).join(', '),
    troubles: [
      ...pods.flatMap((pod) => podTroubles(pod, patience)),
      ...claimTroubles(workloads, patience),
      ...refusals(workloads, patience),
    ],
  };
}

/** Why a pod does not start: an image, a place, a crash. */
export function podTroubles(pod: V1Pod, patience: Patience): readonly Trouble[] {
  const name = pod.metadata?.name ?? '';
  const unscheduled = pod.status?.conditions?.find(
    (condition) => condition.type === 'PodScheduled' && condition.reason === 'Unschedulable',
  );
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
  const troubles = statuses.flatMap((status) => containerTroubles(name, status, patience));
  if (unscheduled === undefined) return troubles;
  const isVolume = /PersistentVolumeClaim|volume/i.test(unscheduled.message ?? '');
  if (isVolume) return troubles; // The claim itself tells more.
  const params = { object: `pod ${name}`, reason: unscheduled.message ?? 'no node fits' };
  return [...troubles, { code: 'CAPACITY_EXHAUSTED', params, key: `${name}/place`, patienceMs: patience.schedulingMs }];
}

const pullReasons = new Set(['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName', 'ErrImageNeverPull']);
const configReasons = new Set(['CreateContainerConfigError', 'CreateContainerError', 'RunContainerError']);

function containerTroubles(pod: string, status: V1ContainerStatus, patience: Patience): readonly Trouble[] {
  const waiting = status.state?.waiting;
  const object = `container ${status.name} of pod ${pod}`;
  const key = `${pod}/${status.name}`;
  if (waiting?.reason !== undefined && pullReasons.has(waiting.reason)) {
    const params = { object, reason: waiting.message ?? waiting.reason };
    const patienceMs = waiting.reason === 'InvalidImageName' ? 0 : patience.imagePullMs;
    return [{ code: 'IMAGE_UNAVAILABLE', params, key: `${key}/image`, patienceMs }];
  }
  if (waiting?.reason !== undefined && configReasons.has(waiting.reason)) {
    const params = { object, exitCode: 0, reason: waiting.message ?? waiting.reason };
    return [{ code: 'POD_CRASHED', params, key: `${key}/config`, patienceMs: patience.imagePullMs }];
  }
  const ended = status.lastState?.terminated ?? status.state?.terminated;
  if (ended === undefined || ended.exitCode === 0 || status.restartCount < patience.crashRestarts) return [];
  const params = { object, exitCode: ended.exitCode, reason: ended.reason ?? 'Error' };
  // Between two restarts the log of the run that crashed is the present one; the one before may be gone already.
  const log = { pod, container: status.name, previous: status.state?.running !== undefined };
  return [{ code: 'POD_CRASHED', params, key: `${key}/crash`, patienceMs: 0, log }];
}

function claimTroubles(workloads: Workloads, patience: Patience): readonly Trouble[] {
  return workloads.claims
    .filter((claim) => claim.status?.phase !== 'Bound')
    .map((claim) => {
      const name = claim.metadata?.name ?? '';
      const warning = workloads.warnings.findLast((event) => event.involvedObject.name === name);
      const reason = warning?.message ?? `it is ${claim.status?.phase ?? 'Pending'}`;
      return {
        code: 'VOLUME_NOT_BOUND',
        params: { object: name, reason },
        key: `${name}/claim`,
        patienceMs: patience.volumeMs,
      };
    });
}

/** Controllers tell only in events that the API refused their pods and claims. Those before the last change are history. */
function refusals(workloads: Workloads, patience: Patience): readonly Trouble[] {
  return workloads.warnings.flatMap((event) => {
    const code = event.reason === 'FailedCreate' ? refusalOf(event.message ?? '') : undefined;
    if (code === undefined) return [];
    const owner = `${event.involvedObject.kind ?? ''} ${event.involvedObject.name ?? ''}`;
    const params = { object: `a part of ${owner}`, reason: event.message ?? '' };
    return [{ code, params, key: `${owner}/${code}`, patienceMs: patience.refusalMs }];
  });
}
