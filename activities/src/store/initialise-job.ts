import type { V1Container, V1Job, V1Volume } from '@kubernetes/client-node';
import type { Initialisation, InitialisationMount, InitialisationVariable, StoreSpec } from '../engines/engine.ts';
import { ownLabels } from '../kube/labels.ts';

export const initialiseJobName = 'initialise';
export const initialiseContainerName = 'initialise';
/** Component label of the Job's pods, unless the engine gives them another for its network policies. */
export const initialiseComponent = 'initialise';

/** The Job of an engine's description: hardened like every pod of a store, one try, bounded in time. */
export function initialiseJob(spec: StoreSpec, initialisation: Initialisation, pullPolicy: string): V1Job {
  const labels = ownLabels(spec.storeId, spec.operationId, initialiseComponent);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: initialiseJobName, namespace: spec.storeId, labels },
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: initialisation.deadlineSeconds,
      ttlSecondsAfterFinished: 3600,
      template: {
        metadata: { labels: { ...labels, ...initialisation.podLabels } },
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 5,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 10_001,
            runAsGroup: 10_001,
            fsGroup: 10_001,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [container(initialisation, pullPolicy)],
          volumes: initialisation.mounts.map((mount, index) => volume(mount, index)),
        },
      },
    },
  };
}

function container(initialisation: Initialisation, pullPolicy: string): V1Container {
  const { cpuRequestMillis, memoryRequestMib, memoryLimitMib } = initialisation.resources;
  return {
    name: initialiseContainerName,
    image: initialisation.image,
    imagePullPolicy: pullPolicy,
    command: [...initialisation.command],
    env: initialisation.variables.map(variable),
    volumeMounts: initialisation.mounts.map((mount, index) => ({
      name: `mount-${index}`,
      mountPath: mount.path,
      readOnly: 'secretName' in mount,
    })),
    resources: {
      requests: { cpu: `${cpuRequestMillis}m`, memory: `${memoryRequestMib}Mi` },
      limits: { memory: `${memoryLimitMib}Mi`, cpu: '2' },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
  };
}

/** Kubernetes reads `$(NAME)` in a value as another variable and `$$` as one dollar; a title means what it says. */
function variable(item: InitialisationVariable) {
  if ('value' in item) return { name: item.name, value: item.value.replaceAll('$', '$$$$') };
  return { name: item.name, valueFrom: { secretKeyRef: { name: item.secretName, key: item.secretKey } } };
}

function volume(mount: InitialisationMount, index: number): V1Volume {
  const name = `mount-${index}`;
  if ('secretName' in mount) return { name, secret: { secretName: mount.secretName, defaultMode: 0o440 } };
  if ('claimName' in mount) return { name, persistentVolumeClaim: { claimName: mount.claimName } };
  return { name, emptyDir: { sizeLimit: `${mount.sizeMib}Mi` } };
}
