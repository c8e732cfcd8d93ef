{{/*
Labels by which selectors find the pods of one component. Never change once installed.
Takes: root (the chart's context), component.
*/}}
{{- define "store-common.selectorLabels" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Values.store.id }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/*
Labels of a pod template: only what never changes during the life of a release, or every upgrade would restart the pods.
Takes: root, component.
*/}}
{{- define "store-common.podLabels" -}}
{{ include "store-common.selectorLabels" . }}
app.kubernetes.io/part-of: shopwright
shopwright.dev/store-id: {{ .root.Values.store.id }}
{{- end }}

{{/*
Labels of every object.
Takes: root, component.
*/}}
{{- define "store-common.labels" -}}
{{ include "store-common.podLabels" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
shopwright.dev/plan: {{ .root.Values.plan.id }}
{{- with .root.Values.store.operationId }}
shopwright.dev/operation-id: {{ . }}
{{- end }}
{{- end }}

{{/*
Name, namespace and labels of an object.
Takes: root, component, name.
*/}}
{{- define "store-common.metadata" -}}
name: {{ .name }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "store-common.labels" . | nindent 2 }}
{{- end }}
