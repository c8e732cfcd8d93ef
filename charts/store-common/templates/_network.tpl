{{/*
Nobody reaches a pod of the store and no pod reaches anybody, unless another policy says so.
Takes: root.
*/}}
{{- define "store-common.denyAll" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "store-common.metadata" (dict "root" .root "component" "network" "name" "deny-all") | nindent 2 }}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
{{- end }}

{{/*
What one component may accept and reach.
Takes: root, component, port (its own TCP port),
  from: components of this store that may connect to it,
  fromRoute: whether the ingress controller may connect to it,
  to: list of {component, port} that it may connect to,
  dns: whether it may resolve names,
  internet: TCP ports it may reach outside the cluster.
*/}}
{{- define "store-common.networkPolicy" -}}
{{- $root := .root -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "store-common.metadata" (dict "root" $root "component" .component "name" .component) | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "store-common.selectorLabels" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  {{- if or .from .fromRoute }}
  ingress:
    {{- if .from }}
    - from:
        {{- range .from }}
        - podSelector:
            matchLabels:
              {{- include "store-common.selectorLabels" (dict "root" $root "component" .) | nindent 14 }}
        {{- end }}
      ports:
        - port: {{ .port }}
          protocol: TCP
    {{- end }}
    {{- if .fromRoute }}
    - {{- include "store-common.routePeers" $root | nindent 6 }}
      ports:
        - port: {{ .port }}
          protocol: TCP
    {{- end }}
  {{- end }}
  {{- if or .to .dns .internet }}
  egress:
    {{- range .to }}
    - to:
        - podSelector:
            matchLabels:
              {{- include "store-common.selectorLabels" (dict "root" $root "component" .component) | nindent 14 }}
      ports:
        - port: {{ .port }}
          protocol: TCP
    {{- end }}
    {{- if .dns }}
    {{- include "store-common.dnsEgress" $root | nindent 4 }}
    {{- end }}
    {{- if .internet }}
    {{- include "store-common.internetEgress" (dict "root" $root "ports" .internet) | nindent 4 }}
    {{- end }}
  {{- end }}
{{- end }}

{{/*
Who stands for the public: the ingress controller's pods. Where the controller runs outside the pod network its address
cannot be told from others, and the port is as open as the public route itself.
*/}}
{{- define "store-common.routePeers" -}}
{{- with .Values.network.ingressController -}}
{{- if .namespace -}}
from:
  - namespaceSelector:
      matchLabels:
        kubernetes.io/metadata.name: {{ .namespace }}
    {{- with .podLabels }}
    podSelector:
      matchLabels:
        {{- toYaml . | nindent 8 }}
    {{- end }}
{{- else -}}
from:
  - ipBlock:
      cidr: 0.0.0.0/0
  - ipBlock:
      cidr: ::/0
{{- end }}
{{- end }}
{{- end }}

{{/*
Names are resolved by the cluster's own DNS pods, or by the node's cache at its fixed addresses, and by nobody else.
*/}}
{{- define "store-common.dnsEgress" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .Values.network.dns.namespace }}
      podSelector:
        matchLabels:
          {{- toYaml .Values.network.dns.podLabels | nindent 10 }}
    {{- range .Values.network.dns.addresses }}
    - ipBlock:
        cidr: {{ . }}
    {{- end }}
  ports:
    - port: 53
      protocol: UDP
    - port: 53
      protocol: TCP
{{- end }}

{{/*
Public addresses only: no private, shared, link-local (cloud metadata), loopback, multicast or reserved range, and none
that the installation adds, such as a public address of the Kubernetes API.
Takes: root, ports.
*/}}
{{- define "store-common.internetEgress" -}}
- to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except:
          - 0.0.0.0/8
          - 10.0.0.0/8
          - 100.64.0.0/10
          - 127.0.0.0/8
          - 169.254.0.0/16
          - 172.16.0.0/12
          - 192.0.0.0/24
          - 192.168.0.0/16
          - 198.18.0.0/15
          - 224.0.0.0/4
          - 240.0.0.0/4
          {{- range .root.Values.network.deniedRanges }}
          - {{ . }}
          {{- end }}
    - ipBlock:
        cidr: 2000::/3
  ports:
    {{- range .ports }}
    - port: {{ . }}
      protocol: TCP
    {{- end }}
{{- end }}
