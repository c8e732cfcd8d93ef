import { accountErrors } from './errors/account.ts';
import { clusterErrors } from './errors/cluster.ts';
import { organizationErrors } from './errors/organization.ts';
import { provisioningErrors } from './errors/provisioning.ts';
import { quotaErrors } from './errors/quota.ts';
import { requestErrors } from './errors/request.ts';
import { keysOf } from './keys.ts';

/** What the platform says about one kind of failure, on every surface: HTTP, workflow, audit, documentation. */
export interface ErrorDefinition {
  /** HTTP status where the code is an answer; failures of an operation are stored, not answered, and use 500 to 504. */
  status: number;
  /** Short name for people, without params. */
  title: string;
  /** One sentence with `{placeholders}` saying what happened. */
  detail?: string;
  /** What to do now. */
  hint: string;
  /** Whether the same attempt may succeed later without anybody changing anything. */
  retryable: boolean;
}

export const errorRegistry = {
  ...requestErrors,
  ...accountErrors,
  ...organizationErrors,
  ...quotaErrors,
  ...provisioningErrors,
  ...clusterErrors,
} as const satisfies Readonly<Record<string, ErrorDefinition>> as Readonly<Record<ErrorCode, ErrorDefinition>>;

export type ErrorCode =
  | keyof typeof requestErrors
  | keyof typeof accountErrors
  | keyof typeof organizationErrors
  | keyof typeof quotaErrors
  | keyof typeof provisioningErrors
  | keyof typeof clusterErrors;

export const errorCodes = keysOf(errorRegistry);

/** Whether a text (a failure type from Temporal, a column) is a code of the registry. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorRegistry, value);
}
