import { AppError } from '@shopwright/contract/errors';
import { isDeepStrictEqual } from 'node:util';
import type { FastifyRequest } from 'fastify';
import type { Authenticator, Identity } from '../../auth/identity.ts';
import { visibilityOf } from '../../auth/visibility.ts';
import { remembered } from '../../http/remembered.ts';

/** How long after a sign-out, a revoked token or a changed role a stream may still bring events. */
const recheckMs = 1000;

/**
 * Tells whether the caller of a long answer may still have what it was allowed when it began: the same credentials are looked up
 * again, at most once a second.
 */
export function stillAllowed(request: FastifyRequest, authenticator: Authenticator): () => Promise<boolean> {
  const before = rightsOf(request.identity);
  return remembered(
    async () => before !== undefined && isDeepStrictEqual(rightsOf(await authenticator.identify(request)), before),
    recheckMs,
  );
}

function rightsOf(identity: Identity | null) {
  if (identity === null || !identity.may('stores:read')) return undefined;
  try {
    return { visibility: visibilityOf(identity), seesAudit: identity.may('audit:read') };
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
