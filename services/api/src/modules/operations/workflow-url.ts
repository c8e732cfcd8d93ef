import type { OperationRow } from '@shopwright/database';

export interface WorkflowUrlConfig {
  TEMPORAL_UI_URL?: string | undefined;
  TEMPORAL_NAMESPACE: string;
}

/** Address of an operation's workflow in the Temporal UI; null where there is no UI or no workflow yet. */
export function workflowUrl(row: Pick<OperationRow, 'workflowId' | 'runId'>, config: WorkflowUrlConfig): string | null {
  if (config.TEMPORAL_UI_URL === undefined || row.workflowId === null) return null;
  const base = config.TEMPORAL_UI_URL.replace(/\/$/, '');
  const run = row.runId === null ? '' : `/${encodeURIComponent(row.runId)}`;
  const namespace = encodeURIComponent(config.TEMPORAL_NAMESPACE);
  return `${base}/namespaces/${namespace}/workflows/${encodeURIComponent(row.workflowId)}${run}`;
}
