import { AppError } from '@shopwright/contract/errors';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { IdempotencyKey, Request, Visibility } from '@shopwright/database';
import type { FastifyRequest } from 'fastify';
import type { Identity } from '../auth/identity.ts';
import { visibilityOf } from '../auth/visibility.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { pathOf } from '../http/path.ts';
import { versionOfIfMatch } from '../http/preconditions.ts';
import { sourceOf } from '../http/source.ts';

/** Who is signed in; the route's permission has already made sure that somebody is. */
export function requireIdentity(request: FastifyRequest): Identity {
  if (request.identity === null) throw new AppError('UNAUTHENTICATED');
  return request.identity;
}

/** The organization in which a request acts. Throws FORBIDDEN for somebody who is in none. */
export function requireOrganization(request: FastifyRequest): OrganizationId {
  const { organizationId } = requireIdentity(request);
  if (organizationId === null) throw new AppError('FORBIDDEN');
  return organizationId;
}

/** What the caller of a request may see. */
export function requestVisibility(request: FastifyRequest): Visibility {
  return visibilityOf(requireIdentity(request));
}

export interface ChangeContext extends Request {
  visibility: Visibility;
  idempotencyKey?: IdempotencyKey;
}

/** What a change is made with: who, what that one may see, from where, and under which idempotency key. */
export function changeContext(request: FastifyRequest, secret: Buffer): ChangeContext {
  const { actor, organizationId } = requireIdentity(request);
  const key = idempotencyKeyOf(
    {
      header: request.headers['idempotency-key'],
      scope: `${organizationId ?? ''}/${actor.id}`,
      method: request.method,
      path: pathOf(request.url),
      body: request.body,
    },
    secret,
  );
  const visibility = requestVisibility(request);
  return { actor, visibility, source: sourceOf(request), ...(key && { idempotencyKey: key }) };
}

/** The version that the caller has seen, from If-Match. */
export function expectedVersion(request: FastifyRequest): { expectedVersion?: number } {
  const version = versionOfIfMatch(request.headers['if-match']);
  return version === undefined ? {} : { expectedVersion: version };
}
