import type { AccountId, SessionId } from '@shopwright/contract/account-ids';
import type { Actor } from '@shopwright/contract/events';
import type { OrganizationId, StoreId } from '@shopwright/contract/ids';
import type { OrganizationRole, Permission } from '@shopwright/contract/permissions';
import type { FastifyRequest } from 'fastify';

/** Who makes a request and what that one may do. */
export interface Identity {
  actor: Actor;
  /** In which organization the request acts; null for somebody who is in none. */
  organizationId: OrganizationId | null;
  /** What the caller is there; null for a token and for an operator who is no member. */
  role: OrganizationRole | null;
  /** Operators hold every permission and see every organization. */
  isOperator: boolean;
  /** The one store of a token that is limited to a store. */
  storeId?: StoreId;
  /** The person who is signed in; absent for tokens. */
  account?: { id: AccountId; sessionId: SessionId };
  /** In whose name the request acts, also by a token. */
  accountId?: AccountId;
  may(permission: Permission): boolean;
}

/** Finds out who makes a request; null where its credentials are missing or wrong. */
export interface Authenticator {
  identify(request: Pick<FastifyRequest, 'headers'>): Promise<Identity | null>;
}

export const anonymousActor: Actor = { kind: 'anonymous', id: 'anonymous', name: 'Anonymous' };
