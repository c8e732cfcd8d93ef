import { newAccountId, newSessionId, newTokenId } from '@shopwright/contract/account-ids';
import { newOrganizationId, newStoreId } from '@shopwright/contract/ids';
import { permissions, type OrganizationRole } from '@shopwright/contract/permissions';
import type { AccountRow, SessionRow, TokenRow } from '@shopwright/database/accounts';
import { describe, expect, it } from 'vitest';
import { identityOfSession, identityOfToken } from './identities.ts';

const now = new Date();
const organizationId = newOrganizationId();

function account(change: Partial<AccountRow> = {}): AccountRow {
  const id = newAccountId();
  const row = { id, email: 'ada@example.com', name: 'Ada', passwordHash: null, isOperator: false, createdAt: now };
  return { ...row, lastSignInAt: null, disabledAt: null, ...change };
}

function tokenOf(owner: AccountRow, change: Partial<TokenRow> = {}): TokenRow {
  const row = {
    id: newTokenId(),
    organizationId,
    accountId: owner.id,
    name: 'CI',
    prefix: 'sw_abcdefg',
    secretHash: 'x',
  };
  const unset = { storeId: null, createdAt: now, expiresAt: null, lastUsedAt: null, revokedAt: null };
  return { ...row, ...unset, scope: 'write', ...change };
}

function sessionOf(owner: AccountRow): SessionRow {
  const row = { id: newSessionId(), accountId: owner.id, secretHash: 'x', organizationId, address: '', userAgent: '' };
  return { ...row, createdAt: now, authenticatedAt: now, lastSeenAt: now, expiresAt: now };
}

const allowed = (identity: ReturnType<typeof identityOfToken>) =>
  permissions.filter((permission) => identity.may(permission));

describe('a token', () => {
  it('of an operator is an operator only where its scope is the platform', () => {
    const operator = account({ isOperator: true });
    const write = identityOfToken({ token: tokenOf(operator), account: operator, role: 'owner' });
    const platform = identityOfToken({
      token: tokenOf(operator, { scope: 'platform' }),
      account: operator,
      role: null,
    });
    expect([write.isOperator, platform.isOperator]).toEqual([false, true]);
    expect(write.may('platform:read')).toBe(false);
    expect(platform.may('platform:manage')).toBe(true);
  });

  it('of somebody who is an operator no longer reaches what the role does', () => {
    const former = account();
    const token = tokenOf(former, { scope: 'platform' });
    expect(identityOfToken({ token, account: former, role: 'viewer' }).may('platform:read')).toBe(false);
    expect(allowed(identityOfToken({ token, account: former, role: null }))).toEqual(['public']);
  });

  it.each(['viewer', 'member', 'admin', 'owner'] as const)('never reaches what its account, a %s, does not', (role) => {
    const person = account();
    const own = identityOfSession({ session: sessionOf(person), account: person, role });
    for (const scope of ['read', 'write', 'platform'] as const) {
      const identity = identityOfToken({ token: tokenOf(person, { scope }), account: person, role });
      for (const permission of allowed(identity)) expect(own.may(permission), `${scope} ${permission}`).toBe(true);
      expect(identity.account).toBeUndefined();
    }
  });

  it('of one store creates none and sees no members', () => {
    const person = account();
    const storeId = newStoreId();
    const identity = identityOfToken({ token: tokenOf(person, { storeId }), account: person, role: 'owner' });
    expect(identity.storeId).toBe(storeId);
    const beyond = ['stores:create', 'members:read', 'organization:read'] as const;
    expect(beyond.some((permission) => identity.may(permission))).toBe(false);
    expect(identity.may('stores:delete')).toBe(true);
  });
});

describe('a session', () => {
  it.each([
    ['of an operator, who may everything', true, null, permissions.length],
    ['of somebody in no organization', false, null, 2],
  ] as const)('%s', (_what, isOperator, role: OrganizationRole | null, count) => {
    const person = account({ isOperator });
    const identity = identityOfSession({ session: sessionOf(person), account: person, role });
    expect(allowed(identity)).toHaveLength(count);
  });
});
