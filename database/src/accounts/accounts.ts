import type { AccountId } from '@shopwright/contract/account-ids';
import { and, count, desc, eq, ilike, isNull, or, sql, type SQL } from 'drizzle-orm';
import { lockForTransaction } from '../advisory-locks.ts';
import type { Executor, Transaction } from '../connection.ts';
import { accounts, members, twoFactors, type AccountRow } from '../schema/index.ts';

export async function findAccountByEmail(db: Executor, email: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.email, email));
  return row;
}

export async function findAccount(db: Executor, id: AccountId): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, id));
  return row;
}

/** Undefined where the address has an account already. */
export async function insertAccount(
  tx: Transaction,
  account: typeof accounts.$inferInsert,
): Promise<AccountRow | undefined> {
  const [row] = await tx.insert(accounts).values(account).onConflictDoNothing({ target: accounts.email }).returning();
  return row;
}

export async function updateAccount(
  db: Executor,
  id: AccountId,
  change: Partial<Pick<AccountRow, 'name' | 'passwordHash' | 'lastSignInAt' | 'disabledAt' | 'isOperator'>>,
): Promise<AccountRow | undefined> {
  const [row] = await db.update(accounts).set(change).where(eq(accounts.id, id)).returning();
  return row;
}

/** Makes processes that start together look for an operator one after the other. */
export async function lockFirstOperator(tx: Transaction): Promise<void> {
  await lockForTransaction(tx, 'firstOperator');
}

/** Operators that can sign in; their rows stay as they are until the transaction ends. */
export async function lockOperators(tx: Transaction): Promise<readonly AccountId[]> {
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.isOperator, true), isNull(accounts.disabledAt)))
    .orderBy(accounts.id)
    .for('no key update');
  return rows.map((row) => row.id);
}

export interface OperatedAccountRow {
  account: AccountRow;
  twoFactorEnabled: boolean;
  organizations: number;
}

export interface AccountPage {
  search?: string;
  /** Go on after this one. */
  after?: { createdAt: Date; id: AccountId };
  limit: number;
}

/** Every account, the newest first, with what operators look at. */
export async function listAccounts(db: Executor, page: AccountPage): Promise<readonly OperatedAccountRow[]> {
  const { search, after } = page;
  const pattern = `%${(search ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return operatedAccounts(
    db,
    and(
      search === undefined ? undefined : or(ilike(accounts.name, pattern), ilike(accounts.email, pattern)),
      after && sql`(${accounts.createdAt}, ${accounts.id}) < (${after.createdAt.toISOString()}, ${after.id})`,
    ),
  ).limit(page.limit);
}

export async function findOperatedAccount(db: Executor, id: AccountId): Promise<OperatedAccountRow | undefined> {
  const [row] = await operatedAccounts(db, eq(accounts.id, id));
  return row;
}

function operatedAccounts(db: Executor, condition: SQL | undefined) {
  const memberships = db
    .select({ accountId: members.accountId, organizations: count().as('organizations') })
    .from(members)
    .groupBy(members.accountId)
    .as('memberships');
  return db
    .select({
      account: accounts,
      twoFactorEnabled: sql<boolean>`${twoFactors.confirmedAt} is not null`,
      organizations: sql<number>`coalesce(${memberships.organizations}, 0)::int`,
    })
    .from(accounts)
    .leftJoin(twoFactors, eq(twoFactors.accountId, accounts.id))
    .leftJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(condition)
    .orderBy(desc(accounts.createdAt), desc(accounts.id));
}

/** Keeps others from changing what counts for an account until the transaction ends, e.g. how much it owns. */
export async function lockAccount(tx: Transaction, id: AccountId): Promise<AccountRow | undefined> {
  const [row] = await tx.select().from(accounts).where(eq(accounts.id, id)).for('no key update');
  return row;
}
