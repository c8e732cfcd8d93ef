import { AppError } from '@shopwright/contract/errors';
import { refusalOf } from '../kube/refusal.ts';
import type { CommandResult } from './run-command.ts';

/** Throws unless helm succeeded. Its exit code is 1 for everything, so its words have to tell what went wrong. */
export function requireHelmSuccess(result: CommandResult): void {
  if (result.exitCode === 0) return;
  const reason = lastWords(result);
  const text = result.stderr;
  const refusal = refusalOf(text);
  if (refusal !== undefined) throw new AppError(refusal, { params: { object: 'a part of the chart', reason } });
  if (/another operation \(install\/upgrade\/rollback\) is in progress/.test(text)) throw new AppError('RELEASE_BUSY');
  if (/values don't meet the specifications|template: |parse error|Chart\.yaml file is missing/.test(text)) {
    throw new AppError('CHART_INVALID', { params: { reason } });
  }
  if (/connection refused|i\/o timeout|EOF|cluster unreachable|TLS handshake timeout|no route to host/i.test(text)) {
    throw new AppError('CLUSTER_UNAVAILABLE', { params: { reason } });
  }
  throw new AppError('HELM_FAILED', { params: { reason } });
}

function lastWords(result: CommandResult): string {
  if (result.endedBy !== null) return `ended by ${result.endedBy}`;
  const lines = result.stderr.split('\n').filter((line) => line.trim() !== '' && !/^(?:level=|WARNING)/.test(line));
  return lines.slice(-3).join(' ').slice(0, 600) || `exit code ${result.exitCode}`;
}
