import { errorRegistry } from '@shopwright/contract/errors';
import type { Failure } from '@shopwright/contract/schemas/problem';
import type { StoredFailure } from '@shopwright/database';

/** A stored failure with what the registry says of its code. */
export function failureView(failure: StoredFailure | null): Failure | null {
  if (failure === null) return null;
  const { title, hint, retryable } = errorRegistry[failure.code];
  return {
    code: failure.code,
    title,
    detail: failure.detail,
    hint,
    retryable,
    leftovers: [...(failure.leftovers ?? [])],
  };
}
