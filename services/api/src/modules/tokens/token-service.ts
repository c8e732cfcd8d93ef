import { newTokenId, type TokenId } from '@shopwright/contract/account-ids';
import { AppError } from '@shopwright/contract/errors';
import { isStoreId, type OrganizationId, type StoreId } from '@shopwright/contract/ids';
import type { CreatedToken, CreateTokenBody, TokenView } from '@shopwright/contract/schemas/token';
import { appendEvents, findStore, type Database } from '@shopwright/database';
import { findAccount, insertToken, listTokens, revokeToken, type TokenListing } from '@shopwright/database/accounts';
import { hashSecret, newTokenSecret, recognizablePart } from '../../auth/secrets.ts';
import type { OrganizationCaller } from '../caller.ts';

export interface TokenService {
  list(caller: OrganizationCaller): Promise<TokenView[]>;
  create(caller: OrganizationCaller, body: CreateTokenBody): Promise<CreatedToken>;
  revoke(caller: OrganizationCaller, id: TokenId): Promise<void>;
}

const dayMs = 24 * 60 * 60_000;

export function createTokenService(db: Database): TokenService {
  return {
    list: async ({ organizationId }) => (await listTokens(db, organizationId)).map(tokenView),
    create: async (caller, { name, scope, storeId, expiresInDays }) => {
      const { accountId, organizationId, actor, source, isOperator } = caller;
      // A token of somebody who has no role here would reach nothing, or everything.
      if (scope === 'platform' ? !isOperator : caller.role === null) throw new AppError('ROLE_NOT_ALLOWED');
      const onlyStore = storeId === undefined ? null : await requireStore(db, organizationId, storeId);
      const secret = newTokenSecret();
      const token = await db.transaction(async (tx) => {
        const row = await insertToken(tx, {
          id: newTokenId(),
          organizationId,
          accountId,
          name,
          prefix: recognizablePart(secret),
          secretHash: hashSecret(secret),
          scope,
          storeId: onlyStore,
          expiresAt: new Date(Date.now() + expiresInDays * dayMs),
        });
        const data = { tokenId: row.id, name, scope, tokenStoreId: row.storeId, expiresInDays };
        await appendEvents(tx, [{ type: 'token.created', actor, source, organizationId, data }]);
        return row;
      });
      const account = await findAccount(db, accountId);
      return { token: tokenView({ token, accountName: account?.name ?? actor.name }), secret };
    },
    revoke: ({ organizationId, actor, source }, id) =>
      db.transaction(async (tx) => {
        const revoked = await revokeToken(tx, organizationId, { id, at: new Date() });
        if (revoked === undefined) throw new AppError('TOKEN_NOT_FOUND');
        const data = { tokenId: id, name: revoked.name };
        await appendEvents(tx, [{ type: 'token.revoked', actor, source, organizationId, data }]);
      }),
  };
}

/** Throws STORE_NOT_FOUND for a store of another organization too. */
async function requireStore(db: Database, organizationId: OrganizationId, id: string): Promise<StoreId> {
  const visibility = { kind: 'organization', organizationId } as const;
  if (isStoreId(id) && (await findStore(db, visibility, id)) !== undefined) return id;
  throw new AppError('STORE_NOT_FOUND', { params: { storeId: id } });
}

function tokenView({ token, accountName }: TokenListing): TokenView {
  return {
    id: token.id,
    name: token.name,
    prefix: token.prefix,
    scope: token.scope,
    storeId: token.storeId,
    account: { id: token.accountId, name: accountName },
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    isExpired: token.expiresAt !== null && token.expiresAt.getTime() <= Date.now(),
  };
}
