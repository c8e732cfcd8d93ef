{{- define "sample.labels" -}}
app.kubernetes.io/name: sample
app.kubernetes.io/instance: {{ .root.Values.store.id }}
app.kubernetes.io/component: {{ .component }}
shopwright.dev/store-id: {{ .root.Values.store.id }}
{{- end }}

{{- define "sample.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "sample.container" -}}
imagePullPolicy: {{ .Values.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
resources:
  requests: { cpu: 5m, memory: 8Mi }
  limits: { memory: 32Mi }
{{- end }}
