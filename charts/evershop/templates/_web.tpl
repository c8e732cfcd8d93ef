{{/*
A variable of the shop from a key of a Secret.
Takes: name, secret, key.
*/}}
{{- define "evershop.secretVariable" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end }}

{{/*
How the shop reaches its database, what it is called from outside, what it signs with; see images/evershop.
*/}}
{{- define "evershop.environment" -}}
- name: EVERSHOP_HOME_URL
  value: {{ required "store.publicUrl is required" .Values.store.publicUrl | quote }}
- name: TRUST_PROXY_HOPS
  value: {{ .Values.web.proxyHops | quote }}
- name: DB_HOST
  value: database
- name: DB_NAME
  value: evershop
- name: DB_USER
  value: evershop
{{ include "evershop.secretVariable" (dict "name" "DB_PASSWORD" "secret" "store-database" "key" "password") }}
{{ include "evershop.secretVariable" (dict "name" "COOKIE_SECRET" "secret" "store-keys" "key" "cookie") }}
{{ include "evershop.secretVariable" (dict "name" "JWT_ADMIN_SECRET" "secret" "store-keys" "key" "admin-token") }}
{{ include "evershop.secretVariable" (dict "name" "JWT_ADMIN_REFRESH_SECRET" "secret" "store-keys" "key" "admin-refresh-token") }}
{{ include "evershop.secretVariable" (dict "name" "JWT_CUSTOMER_SECRET" "secret" "store-keys" "key" "customer-token") }}
{{ include "evershop.secretVariable" (dict "name" "JWT_CUSTOMER_REFRESH_SECRET" "secret" "store-keys" "key" "customer-refresh-token") }}
{{- end }}
