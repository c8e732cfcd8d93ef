{{/*
The public route to a Service of the store; nothing while `route.enabled` is false.
Takes: root, service, port.
*/}}
{{- define "store-common.route" -}}
{{- $route := .root.Values.route -}}
{{- if not $route.enabled -}}
{{- else if eq $route.kind "gateway" -}}
{{- include "store-common.httpRoute" . -}}
{{- else -}}
{{- include "store-common.ingress" . -}}
{{- end -}}
{{- end }}

{{- define "store-common.ingress" -}}
{{- $route := .root.Values.route -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  {{- include "store-common.metadata" (dict "root" .root "component" "route" "name" "store") | nindent 2 }}
  {{- with $route.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  ingressClassName: {{ required "route.className is required" $route.className }}
  {{- if $route.tlsSecretName }}
  tls:
    - hosts: [{{ $route.host | quote }}]
      secretName: {{ $route.tlsSecretName }}
  {{- end }}
  rules:
    - host: {{ required "route.host is required" $route.host | quote }}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: {{ .service }}
                port:
                  number: {{ .port }}
{{- end }}

{{- define "store-common.httpRoute" -}}
{{- $route := .root.Values.route -}}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  {{- include "store-common.metadata" (dict "root" .root "component" "route" "name" "store") | nindent 2 }}
spec:
  parentRefs:
    - name: {{ required "route.gateway.name is required" $route.gateway.name }}
      namespace: {{ required "route.gateway.namespace is required" $route.gateway.namespace }}
      {{- with $route.gateway.sectionName }}
      sectionName: {{ . }}
      {{- end }}
  hostnames: [{{ required "route.host is required" $route.host | quote }}]
  rules:
    - matches:
        - path:
            type: PathPrefix
            value: /
      backendRefs:
        - name: {{ .service }}
          port: {{ .port }}
{{- end }}
