import { repositoryRoot } from '../core/paths.ts';

/** Programs that are built together from one Go module, so that they share the compiled packages. */
export interface ProgramGroup {
  readonly name: string;
  /** Directory of the go.mod that pins every version. */
  readonly moduleDirectory: string;
  /** Program name → Go package. */
  readonly packages: Readonly<Record<string, string>>;
  readonly linkerFlags: string;
  /** Rough time of a build from nothing on two cores, beside everything else that a first start builds; for the display of what is left. */
  readonly usualBuildMs: number;
}

/** The version that the Kubernetes programs report; Helm and kubectl compare it. Must be the one that go.mod requires. */
export const kubernetesVersion = 'v1.36.3';

const [major, minor] = kubernetesVersion.slice(1).split('.');
const kubernetesVersionFlags = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version']
  .flatMap((path) => [
    `-X ${path}.gitVersion=${kubernetesVersion}`,
    `-X ${path}.gitMajor=${major}`,
    `-X ${path}.gitMinor=${minor}`,
    `-X ${path}.gitTreeState=clean`,
  ])
  .join(' ');

const moduleDirectory = (name: string): string => `${repositoryRoot}/local/go/${name}`;

/** Kubernetes, etcd, Helm, the cluster's DNS, its ingress controller and its volume provisioner: one dependency graph. */
export const clusterPrograms = {
  name: 'cluster',
  moduleDirectory: moduleDirectory('cluster'),
  packages: {
    etcd: 'go.etcd.io/etcd/server/v3',
    'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
    'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
    'kube-scheduler': 'k8s.io/kubernetes/cmd/kube-scheduler',
    kubelet: 'k8s.io/kubernetes/cmd/kubelet',
    'kube-proxy': 'k8s.io/kubernetes/cmd/kube-proxy',
    kubectl: 'k8s.io/kubernetes/cmd/kubectl',
    helm: 'helm.sh/helm/v4/cmd/helm',
    coredns: './coredns',
    ingress: './ingress',
    provisioner: './provisioner',
  },
  linkerFlags: `-s -w ${kubernetesVersionFlags}`,
  usualBuildMs: 690_000,
} as const satisfies ProgramGroup;

/** The Temporal server, its SQL schema tool and its Web UI. */
export const temporalPrograms = {
  name: 'temporal',
  moduleDirectory: moduleDirectory('temporal'),
  packages: {
    'temporal-server': 'go.temporal.io/server/cmd/server',
    'temporal-sql-tool': 'go.temporal.io/server/cmd/tools/sql',
    'temporal-ui-server': 'github.com/temporalio/ui-server/v2/cmd/server',
  },
  linkerFlags: '-s -w',
  usualBuildMs: 540_000,
} as const satisfies ProgramGroup;

/** Simulated nodes, for scale and fault tests only. */
export const simulationPrograms = {
  name: 'simulation',
  moduleDirectory: moduleDirectory('simulation'),
  packages: { kwok: 'sigs.k8s.io/kwok/cmd/kwok' },
  linkerFlags: '-s -w',
  usualBuildMs: 70_000,
} as const satisfies ProgramGroup;
