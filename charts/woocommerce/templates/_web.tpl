{{/*
What every container of the web pod has in common.
*/}}
{{- define "woocommerce.webContainer" -}}
image: {{ include "store-common.image" (dict "root" . "role" "web") }}
imagePullPolicy: {{ .Values.images.pullPolicy }}
securityContext:
  {{- include "store-common.containerSecurityContext" . | nindent 2 }}
{{- end }}

{{/*
Plain settings of the shop; secrets are mounted, see images/woocommerce.
*/}}
{{- define "woocommerce.environment" -}}
- name: STORE_PUBLIC_URL
  value: {{ required "store.publicUrl is required" .Values.store.publicUrl | quote }}
- name: STORE_DATABASE_HOST
  value: database
- name: STORE_INTERNET
  value: {{ .Values.network.internet | quote }}
{{- end }}
