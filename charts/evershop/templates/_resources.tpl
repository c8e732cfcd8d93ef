{{/*
How the plan is divided. Requests are what an idle store needs; limits let each part run unthrottled and together stay within
the plan, the initialisation included.
*/}}
{{- define "evershop.resources.web" -}}
{{- $plan := .Values.plan -}}
{{- include "store-common.resources" (dict "cpuRequestMillis" 100 "cpuLimitMillis" (div (mul $plan.cpuMillis 35) 100) "memoryRequestMib" 256 "memoryLimitMib" (div (mul $plan.memoryMib 45) 100)) -}}
{{- end }}

{{- define "evershop.resources.database" -}}
{{- $plan := .Values.plan -}}
{{- include "store-common.resources" (dict "cpuRequestMillis" 50 "cpuLimitMillis" (div (mul $plan.cpuMillis 15) 100) "memoryRequestMib" 96 "memoryLimitMib" (div (mul $plan.memoryMib 20) 100)) -}}
{{- end }}

{{/*
Pages that PostgreSQL keeps in memory: a quarter of its limit.
*/}}
{{- define "evershop.sharedBuffersMib" -}}
{{- div (mul .Values.plan.memoryMib 20) 400 -}}
{{- end }}
