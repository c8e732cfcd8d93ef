{{/*
What one store may use in all. The same numbers limit pods that the chart did not make: jobs, commands, mistakes.
Takes: root, storageGib (all volumes together), volumeClaims (how many).
*/}}
{{- define "store-common.resourceQuota" -}}
{{- $plan := .root.Values.plan -}}
apiVersion: v1
kind: ResourceQuota
metadata:
  {{- include "store-common.metadata" (dict "root" .root "component" "guard-rails" "name" "store") | nindent 2 }}
spec:
  hard:
    requests.cpu: {{ div (int $plan.cpuMillis) 2 }}m
    limits.cpu: {{ int $plan.cpuMillis }}m
    requests.memory: {{ int $plan.memoryMib }}Mi
    limits.memory: {{ int $plan.memoryMib }}Mi
    requests.storage: {{ int .storageGib }}Gi
    requests.ephemeral-storage: 2Gi
    limits.ephemeral-storage: 8Gi
    persistentvolumeclaims: {{ .volumeClaims | quote }}
    pods: "8"
    services: "6"
    services.loadbalancers: "0"
    services.nodeports: "0"
    secrets: "40"
    configmaps: "10"
    replicationcontrollers: "0"
    count/deployments.apps: "4"
    count/statefulsets.apps: "2"
    count/daemonsets.apps: "0"
    count/jobs.batch: "10"
    count/cronjobs.batch: "0"
    count/ingresses.networking.k8s.io: "2"
{{- end }}

{{/*
Bounds of a single container and a single volume, and what a container gets that says nothing.
Takes: root, largestVolumeGib.
*/}}
{{- define "store-common.limitRange" -}}
{{- $plan := .root.Values.plan -}}
apiVersion: v1
kind: LimitRange
metadata:
  {{- include "store-common.metadata" (dict "root" .root "component" "guard-rails" "name" "store") | nindent 2 }}
spec:
  limits:
    - type: Container
      max:
        cpu: {{ div (int $plan.cpuMillis) 2 }}m
        memory: {{ div (int $plan.memoryMib) 2 }}Mi
        ephemeral-storage: 2Gi
      default:
        cpu: 500m
        memory: 128Mi
        ephemeral-storage: 512Mi
      defaultRequest:
        cpu: 10m
        memory: 32Mi
        ephemeral-storage: 64Mi
    - type: PersistentVolumeClaim
      max:
        storage: {{ int .largestVolumeGib }}Gi
{{- end }}

{{/*
Keeps voluntary evictions from taking a component away while another pod of it is already gone.
Takes: root, component.
*/}}
{{- define "store-common.podDisruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "store-common.metadata" (dict "root" .root "component" .component "name" .component) | nindent 2 }}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "store-common.selectorLabels" . | nindent 6 }}
{{- end }}
