{{/*
Pod settings that the `restricted` Pod Security Standard asks for, and no token of the Kubernetes API.
*/}}
{{- define "store-common.podSettings" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{/*
Security context of every container of a store.
*/}}
{{- define "store-common.containerSecurityContext" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/*
An image reference that always means the same bytes: refuses an empty one, one without tag or digest, and `latest`.
Takes: root, role (key below `images`).
*/}}
{{- define "store-common.image" -}}
{{- $reference := required (printf "images.%s is required" .role) (index .root.Values.images .role) -}}
{{- $name := last (splitList "/" $reference) -}}
{{- if not (or (contains ":" $name) (contains "@sha256:" $reference)) -}}
{{- fail (printf "images.%s: %q has neither tag nor digest" .role $reference) -}}
{{- end -}}
{{- if and (hasSuffix ":latest" $name) (not (contains "@sha256:" $reference)) -}}
{{- fail (printf "images.%s: %q is a moving tag" .role $reference) -}}
{{- end -}}
{{- $reference -}}
{{- end }}

{{/*
Resources of a container.
Takes: cpuRequestMillis, cpuLimitMillis, memoryRequestMib, memoryLimitMib.
*/}}
{{- define "store-common.resources" -}}
requests:
  cpu: {{ int .cpuRequestMillis }}m
  memory: {{ int .memoryRequestMib }}Mi
limits:
  cpu: {{ int .cpuLimitMillis }}m
  memory: {{ int .memoryLimitMib }}Mi
{{- end }}
