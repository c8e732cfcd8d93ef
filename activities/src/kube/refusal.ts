import type { ErrorCode } from '@shopwright/contract/errors';

/**
 * Which rule of the cluster refused an object. Kubernetes puts quota and pod security into the text of a plain "Forbidden" or
 * "FailedCreate", so this is the one place that reads its prose; the wording is part of its tested behaviour.
 */
export function refusalOf(message: string): Extract<ErrorCode, 'QUOTA_EXCEEDED' | 'POD_SECURITY_REJECTED'> | undefined {
  if (/exceeded quota|failed quota|(?:maximum|minimum) .* usage per/i.test(message)) return 'QUOTA_EXCEEDED';
  if (/violates PodSecurity/.test(message)) return 'POD_SECURITY_REJECTED';
  return undefined;
}
