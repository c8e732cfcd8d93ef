import type { AccountId, SessionId } from '@shopwright/contract/account-ids';
import { AppError } from '@shopwright/contract/errors';
import type { Actor, EventSource } from '@shopwright/contract/events';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import type { FastifyRequest } from 'fastify';
import { sourceOf } from '../http/source.ts';
import { requireIdentity } from './request-context.ts';

/** A person at a browser. */
export interface Person {
  actor: Actor;
  source: EventSource;
  accountId: AccountId;
  sessionId: SessionId;
  organizationId: OrganizationId | null;
  isOperator: boolean;
}

/** Who is signed in as a person; the permission `account` has already made sure that it is one. */
export function requirePerson(request: FastifyRequest): Person {
  const { account, actor, organizationId, isOperator } = requireIdentity(request);
  if (account === undefined) throw new AppError('FORBIDDEN');
  return {
    actor,
    source: sourceOf(request),
    accountId: account.id,
    sessionId: account.sessionId,
    organizationId,
    isOperator,
  };
}

/** Somebody who acts in an organization, at a browser or by a token. */
export interface OrganizationCaller {
  actor: Actor;
  source: EventSource;
  accountId: AccountId;
  organizationId: OrganizationId;
  role: OrganizationRole | null;
  isOperator: boolean;
}

/** Throws NO_ORGANIZATION for somebody who is in none. */
export function requireOrganizationCaller(request: FastifyRequest): OrganizationCaller {
  const { actor, accountId, organizationId, role, isOperator } = requireIdentity(request);
  if (accountId === undefined) throw new AppError('FORBIDDEN');
  if (organizationId === null) throw new AppError('NO_ORGANIZATION');
  return { actor, source: sourceOf(request), accountId, organizationId, role, isOperator };
}
