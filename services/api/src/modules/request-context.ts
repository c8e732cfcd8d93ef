import { AppError } from '@shopwright/contract/errors';
import type { IdempotencyKey, Request } from '@shopwright/database';
import type { FastifyRequest } from 'fastify';
import type { Identity } from '../auth/identity.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { pathOf } from '../http/path.ts';
import { versionOfIfMatch } from '../http/preconditions.ts';
import { sourceOf } from '../http/source.ts';

/** Who is signed in; the route's permission has already made sure that somebody is. */
export function requireIdentity(request: FastifyRequest): Identity {
  if (request.identity === null) throw new AppError('UNAUTHENTICATED');
  return request.identity;
}

/** What the database keeps of a change: who, whose, from where, and under which idempotency key. */
export function changeContext(
  request: FastifyRequest,
  secret: Buffer,
): Request & { ownerId: string; idempotencyKey?: IdempotencyKey } {
  const { actor, ownerId } = requireIdentity(request);
  const key = idempotencyKeyOf(
    {
      header: request.headers['idempotency-key'],
      actorId: actor.id,
      method: request.method,
      path: pathOf(request.url),
      body: request.body,
    },
    secret,
  );
  return { actor, ownerId, source: sourceOf(request), ...(key && { idempotencyKey: key }) };
}

/** The version that the caller has seen, from If-Match. */
export function expectedVersion(request: FastifyRequest): { expectedVersion?: number } {
  const version = versionOfIfMatch(request.headers['if-match']);
  return version === undefined ? {} : { expectedVersion: version };
}
