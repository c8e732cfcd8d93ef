import { dnsServiceAddress } from './network.ts';

/** IngressClass and StorageClass of the local cluster. */
export const ingressClassName = 'shopwright-local';
const storageClassName = 'shopwright-local';

const bindUser = (name: string, user: string, role: string): object => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
  subjects: [{ kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: user }],
});

const clusterRole = (name: string, rules: object[]): object => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name },
  rules,
});

const watch = ['get', 'list', 'watch'];

/** Objects of the cluster itself: rights of the node's programs, the DNS Service, the ingress and storage classes. */
export const clusterManifests = (nodeAddress: string): object[] => [
  clusterRole('shopwright:dns', [
    { apiGroups: [''], resources: ['services', 'pods', 'namespaces'], verbs: watch },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: watch },
  ]),
  bindUser('shopwright:dns', 'shopwright:dns', 'shopwright:dns'),
  clusterRole('shopwright:ingress', [
    { apiGroups: [''], resources: ['services'], verbs: watch },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: watch },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: watch },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
  ]),
  bindUser('shopwright:ingress', 'shopwright:ingress', 'shopwright:ingress'),
  bindUser('shopwright:provisioner', 'shopwright:provisioner', 'system:persistent-volume-provisioner'),
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: ingressClassName },
    spec: { controller: 'shopwright.dev/local-ingress' },
  },
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: storageClassName, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'shopwright.dev/local-directory',
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'kube-dns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
    spec: {
      clusterIP: dnsServiceAddress,
      ports: [
        { name: 'dns', port: 53, protocol: 'UDP' },
        { name: 'dns-tcp', port: 53, protocol: 'TCP' },
      ],
    },
  },
  {
    // The DNS server is a program of the node, not a pod: its Service has no selector but names the node.
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'kube-dns', namespace: 'kube-system', labels: { 'kubernetes.io/service-name': 'kube-dns' } },
    addressType: 'IPv4',
    endpoints: [{ addresses: [nodeAddress], conditions: { ready: true } }],
    ports: [
      { name: 'dns', port: 53, protocol: 'UDP' },
      { name: 'dns-tcp', port: 53, protocol: 'TCP' },
    ],
  },
];
