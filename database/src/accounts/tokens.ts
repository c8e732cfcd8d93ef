import type { AccountId, TokenId } from '@shopwright/contract/account-ids';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Executor, Transaction } from '../connection.ts';
import { accounts, members, tokens, type AccountRow, type TokenRow } from '../schema/index.ts';

export async function insertToken(tx: Transaction, token: typeof tokens.$inferInsert): Promise<TokenRow> {
  const [row] = await tx.insert(tokens).values(token).returning();
  if (row === undefined) throw new Error('the insert of a token returned nothing');
  return row;
}

export interface LiveToken {
  token: TokenRow;
  account: AccountRow;
  /** Of the account in the token's organization, as it is now; null where it is not a member. */
  role: OrganizationRole | null;
}

/** The token of a secret; undefined where it is revoked or expired or its account is disabled. */
export async function findLiveToken(db: Executor, secretHash: string, now: Date): Promise<LiveToken | undefined> {
  const [row] = await db
    .select({ token: tokens, account: accounts, role: members.role })
    .from(tokens)
    .innerJoin(accounts, eq(accounts.id, tokens.accountId))
    .leftJoin(members, and(eq(members.organizationId, tokens.organizationId), eq(members.accountId, tokens.accountId)))
    .where(
      and(
        eq(tokens.secretHash, secretHash),
        isNull(tokens.revokedAt),
        or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now)),
        isNull(accounts.disabledAt),
      ),
    );
  return row;
}

/** Notes that a token is used, where that was not noted since `notedBefore`. */
export async function touchToken(db: Executor, id: TokenId, used: { at: Date; notedBefore: Date }): Promise<void> {
  await db
    .update(tokens)
    .set({ lastUsedAt: used.at })
    .where(and(eq(tokens.id, id), or(isNull(tokens.lastUsedAt), lt(tokens.lastUsedAt, used.notedBefore))));
}

export interface TokenListing {
  token: TokenRow;
  accountName: string;
}

/** The tokens of an organization that are not revoked, expired ones included; the newest first. */
export async function listTokens(db: Executor, organizationId: OrganizationId): Promise<readonly TokenListing[]> {
  return db
    .select({ token: tokens, accountName: accounts.name })
    .from(tokens)
    .innerJoin(accounts, eq(accounts.id, tokens.accountId))
    .where(and(eq(tokens.organizationId, organizationId), isNull(tokens.revokedAt)))
    .orderBy(desc(tokens.createdAt), desc(tokens.id));
}

/** Undefined where the organization has no such token. */
export async function revokeToken(
  tx: Transaction,
  organizationId: OrganizationId,
  revoked: { id: TokenId; at: Date },
): Promise<TokenRow | undefined> {
  const [row] = await tx
    .update(tokens)
    .set({ revokedAt: revoked.at })
    .where(and(eq(tokens.id, revoked.id), eq(tokens.organizationId, organizationId), isNull(tokens.revokedAt)))
    .returning();
  return row;
}

/** All tokens of an account in an organization: what it was let into once is not let in again with them. */
export async function revokeTokensOf(
  tx: Transaction,
  owner: { organizationId: OrganizationId; accountId: AccountId },
): Promise<void> {
  await tx
    .update(tokens)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(tokens.organizationId, owner.organizationId),
        eq(tokens.accountId, owner.accountId),
        isNull(tokens.revokedAt),
      ),
    );
}
