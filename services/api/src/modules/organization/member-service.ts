import type { AccountId } from '@shopwright/contract/account-ids';
import { AppError } from '@shopwright/contract/errors';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import type { MemberView } from '@shopwright/contract/schemas/organization';
import { appendEvents, type Database, type Transaction } from '@shopwright/database';
import {
  countOwners,
  deleteMember,
  listMembers,
  lockOrganization,
  roleOf,
  setRole,
  type MemberListing,
} from '@shopwright/database/accounts';
import type { OrganizationCaller } from '../caller.ts';
import { isAtLeast } from './roles.ts';

export interface MemberService {
  list(caller: OrganizationCaller): Promise<MemberView[]>;
  changeRole(caller: OrganizationCaller, accountId: AccountId, role: OrganizationRole): Promise<MemberView>;
  remove(caller: OrganizationCaller, accountId: AccountId): Promise<void>;
  leave(caller: OrganizationCaller): Promise<void>;
}

/** Nobody raises anybody above the own role or touches a member above it, and an organization keeps an owner. */
export function createMemberService(db: Database): MemberService {
  const list: MemberService['list'] = async ({ organizationId, accountId }) => {
    const rows = await listMembers(db, organizationId);
    return rows.map((row) => memberView(row, accountId));
  };
  return {
    list,
    changeRole: async (caller, accountId, role) => {
      const { organizationId, actor, source } = caller;
      await db.transaction(async (tx) => {
        const before = await lockMember(tx, caller, accountId);
        await requireAtLeast(tx, caller, before);
        await requireAtLeast(tx, caller, role);
        if (before === 'owner' && role !== 'owner') await requireAnotherOwner(tx, caller);
        await setRole(tx, organizationId, accountId, role);
        const data = { accountId, before, after: role };
        await appendEvents(tx, [{ type: 'member.role-changed', actor, source, organizationId, data }]);
      });
      const changed = (await list(caller)).find((member) => member.accountId === accountId);
      if (changed === undefined) throw new AppError('MEMBER_NOT_FOUND');
      return changed;
    },
    remove: (caller, accountId) =>
      db.transaction(async (tx) => {
        const role = await lockMember(tx, caller, accountId);
        await requireAtLeast(tx, caller, role);
        await removeMember(tx, caller, { accountId, role });
      }),
    leave: (caller) =>
      db.transaction(async (tx) => {
        const role = await lockMember(tx, caller, caller.accountId);
        await removeMember(tx, caller, { accountId: caller.accountId, role });
      }),
  };
}

/** The role of a member, which nobody else changes until the transaction ends. */
async function lockMember(
  tx: Transaction,
  { organizationId }: OrganizationCaller,
  accountId: AccountId,
): Promise<OrganizationRole> {
  await lockOrganization(tx, organizationId);
  const role = await roleOf(tx, organizationId, accountId);
  if (role === undefined) throw new AppError('MEMBER_NOT_FOUND');
  return role;
}

/** Looks the caller's role up again under the lock: it may have been lowered since the request began. */
async function requireAtLeast(tx: Transaction, caller: OrganizationCaller, role: OrganizationRole): Promise<void> {
  if (caller.isOperator) return;
  const own = await roleOf(tx, caller.organizationId, caller.accountId);
  if (own === undefined || !isAtLeast(own, 'admin') || !isAtLeast(own, role)) throw new AppError('ROLE_NOT_ALLOWED');
}

async function requireAnotherOwner(tx: Transaction, { organizationId }: OrganizationCaller): Promise<void> {
  if ((await countOwners(tx, organizationId)) < 2) throw new AppError('LAST_OWNER');
}

async function removeMember(
  tx: Transaction,
  caller: OrganizationCaller,
  { accountId, role }: { accountId: AccountId; role: OrganizationRole },
): Promise<void> {
  const { organizationId, actor, source } = caller;
  if (role === 'owner') await requireAnotherOwner(tx, caller);
  await deleteMember(tx, organizationId, accountId);
  const data = { accountId, role, left: accountId === caller.accountId };
  await appendEvents(tx, [{ type: 'member.removed', actor, source, organizationId, data }]);
}

function memberView(row: MemberListing, viewer: AccountId): MemberView {
  return {
    accountId: row.accountId,
    name: row.name,
    email: row.email,
    role: row.role,
    twoFactorEnabled: row.twoFactorEnabled,
    isYou: row.accountId === viewer,
    joinedAt: row.joinedAt.toISOString(),
  };
}
