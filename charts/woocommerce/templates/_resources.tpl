{{/*
How the plan is divided. Requests are what an idle store needs. Limits together are half of the plan's CPU, so that the
initialisation, which may use the other half, always has room beside them.
*/}}
{{- define "woocommerce.resources.php" -}}
{{- $plan := .Values.plan -}}
{{- include "store-common.resources" (dict "cpuRequestMillis" 50 "cpuLimitMillis" (div (mul $plan.cpuMillis 25) 100) "memoryRequestMib" 160 "memoryLimitMib" (div (mul $plan.memoryMib 35) 100)) -}}
{{- end }}

{{- define "woocommerce.resources.nginx" -}}
{{- $plan := .Values.plan -}}
{{- include "store-common.resources" (dict "cpuRequestMillis" 10 "cpuLimitMillis" (div (mul $plan.cpuMillis 6) 100) "memoryRequestMib" 16 "memoryLimitMib" 64) -}}
{{- end }}

{{- define "woocommerce.resources.cron" -}}
{{- include "store-common.resources" (dict "cpuRequestMillis" 5 "cpuLimitMillis" 100 "memoryRequestMib" 8 "memoryLimitMib" 48) -}}
{{- end }}

{{- define "woocommerce.resources.database" -}}
{{- $plan := .Values.plan -}}
{{- include "store-common.resources" (dict "cpuRequestMillis" 50 "cpuLimitMillis" (div (mul $plan.cpuMillis 16) 100) "memoryRequestMib" 160 "memoryLimitMib" (div (mul $plan.memoryMib 25) 100)) -}}
{{- end }}

{{/*
Workers that fit beside the shared OPcache (160 MiB) at 64 MiB each.
*/}}
{{- define "woocommerce.phpWorkers" -}}
{{- max 2 (div (sub (div (mul .Values.plan.memoryMib 35) 100) 192) 64) -}}
{{- end }}

{{/*
Pages that MariaDB keeps in memory: three eighths of its limit.
*/}}
{{- define "woocommerce.bufferPoolMib" -}}
{{- div (mul .Values.plan.memoryMib 25) 400 -}}
{{- end }}
