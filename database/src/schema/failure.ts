import type { ErrorCode } from '@shopwright/contract/errors';

/** A coded failure as rows keep it; title and hint come from the registry when it is read. */
export interface StoredFailure {
  code: ErrorCode;
  detail: string;
  /** What could not be removed. */
  leftovers?: readonly string[];
}
