import type { AccountView, OperatedAccountView } from '@shopwright/contract/schemas/account';
import type { AccountRow, OperatedAccountRow } from '@shopwright/database/accounts';

export function accountView(account: AccountRow, twoFactorEnabled: boolean): AccountView {
  return {
    id: account.id,
    email: account.email,
    name: account.name,
    twoFactorEnabled,
    hasPassword: account.passwordHash !== null,
    isOperator: account.isOperator,
    createdAt: account.createdAt.toISOString(),
  };
}

export function operatedAccountView({
  account,
  twoFactorEnabled,
  organizations,
}: OperatedAccountRow): OperatedAccountView {
  return {
    ...accountView(account, twoFactorEnabled),
    disabledAt: account.disabledAt?.toISOString() ?? null,
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
    organizations,
  };
}
