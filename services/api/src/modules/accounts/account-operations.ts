import { accountIdPattern, type AccountId } from '@shopwright/contract/account-ids';
import { AppError } from '@shopwright/contract/errors';
import type { Actor, EventSource } from '@shopwright/contract/events';
import type { ListAccountsQuery, OperatedAccountView } from '@shopwright/contract/schemas/account';
import { appendEvents, type Database } from '@shopwright/database';
import {
  deleteSessions,
  findOperatedAccount,
  listAccounts,
  lockOperators,
  updateAccount,
} from '@shopwright/database/accounts';
import { pageOfRows } from '../../http/cursor.ts';
import { cursorAfter, positionOf } from '../../http/newest-first.ts';
import { operatedAccountView } from '../account/account-view.ts';

export interface Operator {
  actor: Actor;
  source: EventSource;
}

export interface AccountOperations {
  list(query: ListAccountsQuery): Promise<{ items: OperatedAccountView[]; nextCursor: string | null }>;
  /** Ends its sessions; its tokens stop working because the account is looked at with every request. */
  disable(operator: Operator, id: AccountId): Promise<OperatedAccountView>;
  enable(operator: Operator, id: AccountId): Promise<OperatedAccountView>;
}

/** What operators do with the accounts of others. */
export function createAccountOperations(db: Database): AccountOperations {
  const setDisabled = async (operator: Operator, id: AccountId, disabledAt: Date | null) => {
    await db.transaction(async (tx) => {
      const operators = await lockOperators(tx);
      if (disabledAt !== null && operators.length === 1 && operators[0] === id) throw new AppError('LAST_OPERATOR');
      if ((await updateAccount(tx, id, { disabledAt })) === undefined) throw new AppError('ACCOUNT_NOT_FOUND');
      if (disabledAt !== null) await deleteSessions(tx, id);
      const type = disabledAt === null ? ('account.enabled' as const) : ('account.disabled' as const);
      await appendEvents(tx, [{ type, ...operator, organizationId: null, data: { accountId: id } }]);
    });
    const row = await findOperatedAccount(db, id);
    if (row === undefined) throw new AppError('ACCOUNT_NOT_FOUND');
    return operatedAccountView(row);
  };
  return {
    list: async ({ search, cursor, limit }) => {
      const rows = await listAccounts(db, {
        limit: limit + 1,
        ...(search !== undefined && { search }),
        ...(cursor !== undefined && { after: positionOf(cursor, isAccountId) }),
      });
      const page = pageOfRows(rows, limit, (last) => cursorAfter(last.account));
      return { items: page.rows.map(operatedAccountView), nextCursor: page.nextCursor };
    },
    disable: (operator, id) => setDisabled(operator, id, new Date()),
    enable: (operator, id) => setDisabled(operator, id, null),
  };
}

function isAccountId(text: string): text is AccountId {
  return accountIdPattern.test(text);
}
