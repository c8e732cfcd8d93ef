import { permissions } from '@shopwright/contract/permissions';
import type { SessionView } from '@shopwright/contract/schemas/session';
import type { Database } from '@shopwright/database';
import { findAccount, findOrganization, isTwoFactorOn, listOrganizations } from '@shopwright/database/accounts';
import type { Identity } from '../../auth/identity.ts';
import { accountView } from '../account/account-view.ts';

/** A dashboard shows this many to choose from; the list of organizations has pages. */
const mostOrganizations = 100;

export interface SessionViewOptions {
  identity: Identity | null;
  awaitsTwoFactor: boolean;
  expiresAt: Date | null;
}

/** Who makes a request, for the dashboard. */
export async function sessionView(db: Database, options: SessionViewOptions): Promise<SessionView> {
  const { identity, awaitsTwoFactor, expiresAt } = options;
  const serverNow = new Date().toISOString();
  if (identity?.accountId === undefined) return { ...nobody, awaitsTwoFactor, serverNow };
  const { accountId, organizationId } = identity;
  const [account, isTwoFactorEnabled, listed, current] = await Promise.all([
    findAccount(db, accountId),
    isTwoFactorOn(db, accountId),
    listOrganizations(db, { accountId, all: false, limit: mostOrganizations }),
    organizationId === null ? undefined : findOrganization(db, organizationId, accountId),
  ]);
  if (account === undefined) return { ...nobody, awaitsTwoFactor, serverNow };
  return {
    account: accountView(account, isTwoFactorEnabled),
    via: identity.account === undefined ? 'token' : 'session',
    awaitsTwoFactor,
    organization: current === undefined ? null : summary(current),
    role: identity.role,
    organizations: listed.map(summary),
    isOperator: identity.isOperator,
    permissions: permissions.filter((permission) => identity.may(permission)),
    expiresAt: expiresAt?.toISOString() ?? null,
    serverNow,
  };
}

const nobody = {
  account: null,
  via: null,
  organization: null,
  role: null,
  organizations: [],
  isOperator: false,
  permissions: [],
  expiresAt: null,
};

function summary({ organization, role }: Awaited<ReturnType<typeof listOrganizations>>[number]) {
  return { id: organization.id, name: organization.name, slug: organization.slug, role };
}
