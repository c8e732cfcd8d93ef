import type { Actor } from '@shopwright/contract/events';
import { roleMay, scopeMay, type Permission } from '@shopwright/contract/permissions';
import type { AccountRow, LiveToken, OpenSession } from '@shopwright/database/accounts';
import type { Identity } from './identity.ts';

/** A person at a browser. An operator may do everything, a member what the role allows, everybody what needs no role. */
export function identityOfSession({ session, account, role }: OpenSession): Identity {
  return {
    actor: actorOf(account),
    organizationId: session.organizationId,
    role,
    isOperator: account.isOperator,
    account: { id: account.id, sessionId: session.id },
    accountId: account.id,
    may: (permission) => {
      if (account.isOperator) return true;
      return role === null ? permission === 'public' || permission === 'account' : roleMay(role, permission);
    },
  };
}

/** A token: never more than its scope, never more than its account may do now. */
export function identityOfToken({ token, account, role }: LiveToken): Identity {
  const isOperator = account.isOperator && token.scope === 'platform';
  return {
    actor: { kind: 'token', id: token.id, name: `${token.name} (${account.name})` },
    organizationId: token.organizationId,
    role,
    isOperator,
    accountId: account.id,
    ...(token.storeId !== null && { storeId: token.storeId }),
    may: (permission) => {
      if (token.storeId !== null && beyondOneStore.has(permission)) return false;
      if (!scopeMay(token.scope, permission)) return false;
      return isOperator || permission === 'public' || (role !== null && roleMay(role, permission));
    },
  };
}

export function actorOf(account: Pick<AccountRow, 'id' | 'name' | 'isOperator'>): Actor {
  return { kind: account.isOperator ? 'operator' : 'user', id: account.id, name: account.name };
}

/** What a token of one store has no business with, whatever its scope. */
const beyondOneStore: ReadonlySet<Permission> = new Set(['stores:create', 'members:read', 'organization:read']);
