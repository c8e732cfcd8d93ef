import { type ErrorCode, isErrorCode } from '@shopwright/contract/errors';

export interface SignInSearch {
  /** A page of the dashboard to go to afterwards. */
  next?: string;
  /** Why a provider did not sign in; the API leads back with it. */
  problem?: ErrorCode;
  /** The provider signed in, the second factor is still to come. */
  step?: 'two-factor';
}

/** What stands in the address of the sign-in page; anything unknown in it is ignored. */
export function signInSearch({ next, problem, step }: Readonly<Record<string, unknown>>): SignInSearch {
  return {
    // Only a path of ours: an address that begins with two slashes would lead to another host.
    ...(typeof next === 'string' && /^\/(?![/\\])/.test(next) && { next }),
    ...(isErrorCode(problem) && { problem }),
    ...(step === 'two-factor' && { step }),
  };
}
