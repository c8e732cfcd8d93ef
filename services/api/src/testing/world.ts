import {
  newAccountId,
  newInvitationId,
  newSessionId,
  newTokenId,
  type AccountId,
} from '@shopwright/contract/account-ids';
import {
  newOrganizationId,
  randomBase32,
  type OperationId,
  type OrganizationId,
  type StoreId,
} from '@shopwright/contract/ids';
import type { OrganizationRole, TokenScope } from '@shopwright/contract/permissions';
import { admitOperation, closeOperation, createStore, type Database } from '@shopwright/database';
import {
  insertAccount,
  insertInvitation,
  insertMember,
  insertOrganization,
  insertSession,
  insertToken,
} from '@shopwright/database/accounts';
import { sampleCreate } from '@shopwright/database/testing/samples';
import { hashSecret, newSecret, newTokenSecret, recognizablePart } from '../auth/secrets.ts';

const hourMs = 60 * 60_000;

export type Headers = Readonly<Record<string, string>>;

/** Makes people, tokens and things of organizations as rows: fresh ones for whatever a test is going to do with them. */
export function createWorld(db: Database) {
  const organization = async (): Promise<OrganizationId> => {
    const id = newOrganizationId();
    await db.transaction((tx) => insertOrganization(tx, { id, name: `Company ${id}`, slug: id }));
    return id;
  };

  const account = async (change: { isOperator?: boolean } = {}): Promise<AccountId> => {
    const id = newAccountId();
    await db.transaction((tx) => insertAccount(tx, { id, email: `${id}@example.com`, name: id, ...change }));
    return id;
  };

  const member = async (
    organizationId: OrganizationId,
    role: OrganizationRole,
    change: { isOperator?: boolean } = {},
  ): Promise<AccountId> => {
    const accountId = await account(change);
    await db.transaction((tx) => insertMember(tx, { organizationId, accountId, role }));
    return accountId;
  };

  /** What a browser of the account sends. */
  const session = async (accountId: AccountId, organizationId: OrganizationId | null) => {
    const [id, secret] = [newSessionId(), newSecret()];
    const expiresAt = new Date(Date.now() + hourMs);
    const from = { address: '192.0.2.1', userAgent: 'test browser' };
    await db.transaction((tx) =>
      insertSession(tx, { id, accountId, organizationId, secretHash: hashSecret(secret), expiresAt, ...from }),
    );
    const headers: Headers = { cookie: `shopwright-session=${secret}`, 'sec-fetch-site': 'same-origin' };
    return { id, headers };
  };

  const token = async (
    owner: { accountId: AccountId; organizationId: OrganizationId },
    change: { scope?: TokenScope; storeId?: StoreId; expiresAt?: Date; revokedAt?: Date } = {},
  ) => {
    const [id, secret] = [newTokenId(), newTokenSecret()];
    const prefix = recognizablePart(secret);
    const row = {
      id,
      ...owner,
      name: 'Test',
      prefix,
      secretHash: hashSecret(secret),
      scope: 'write' as const,
      ...change,
    };
    await db.transaction((tx) => insertToken(tx, row));
    const headers: Headers = { authorization: `Bearer ${secret}` };
    return { id, headers };
  };

  const invitation = async (organizationId: OrganizationId, invitedBy: AccountId) => {
    const id = newInvitationId();
    const now = new Date();
    const row = { email: `${id}@example.com`, role: 'viewer' as const, secretHash: hashSecret(newSecret()) };
    const expiresAt = new Date(now.getTime() + hourMs);
    await db.transaction((tx) =>
      insertInvitation(tx, { id, organizationId, invitedBy, createdAt: now, expiresAt, ...row }),
    );
    return id;
  };

  /** A store that waits for its place. */
  const store = async (organizationId: OrganizationId): Promise<{ storeId: StoreId; operationId: OperationId }> => {
    const { storeId, operationId } = await createStore(
      db,
      sampleCreate({ organizationId, slug: `t-${randomBase32(12)}` }),
    );
    return { storeId, operationId };
  };

  const endedStore = async (organizationId: OrganizationId, outcome: 'succeeded' | 'failed') => {
    const accepted = await store(organizationId);
    await admitOperation(db, accepted.operationId, 1_000_000);
    const failure = outcome === 'failed' ? ({ code: 'IMAGE_UNAVAILABLE', detail: 'no image' } as const) : null;
    await closeOperation(db, { operationId: accepted.operationId, outcome, failure });
    return accepted;
  };

  return { organization, account, member, session, token, invitation, store, endedStore };
}

export type World = ReturnType<typeof createWorld>;
