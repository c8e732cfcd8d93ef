import type { RouteName } from '@shopwright/contract/routes';
import type { AccountId, SessionId } from '@shopwright/contract/account-ids';
import type { OrganizationId, StoreId } from '@shopwright/contract/ids';
import { generousQuota } from '@shopwright/database/testing/samples';
import { randomBase32 } from '@shopwright/contract/ids';
import type { World } from '../testing/world.ts';

/** The organization whose things are asked for, and its owner. */
export interface Setting {
  world: World;
  organizationId: OrganizationId;
  ownerId: AccountId;
  /** A session of the one who asks, where that is the owner; otherwise of the owner. */
  sessionId: SessionId;
}

/** What a cell sends: the parameters of the path, a query and a body; and the store that a token of a store is for. */
export interface CellRequest {
  params?: Readonly<Record<string, string>>;
  query?: string;
  body?: object;
  storeId?: StoreId;
}

type Make = (setting: Setting) => CellRequest | Promise<CellRequest>;

const nothing: Make = () => ({});
const secret = 'A'.repeat(43);
const password = 'saddle comet biscuit harbor';
const email = (): string => `new-${randomBase32(10)}@example.com`;

const ofStore =
  (outcome?: 'succeeded' | 'failed', body?: object): Make =>
  async ({ world, organizationId }) => {
    const { storeId } = await (outcome ? world.endedStore(organizationId, outcome) : world.store(organizationId));
    return { params: { id: storeId }, storeId, ...(body && { body }) };
  };

const ofOperation =
  (body?: object): Make =>
  async ({ world, organizationId }) => {
    const { storeId, operationId } = await world.store(organizationId);
    return { params: { id: operationId }, storeId, ...(body && { body }) };
  };

const ofMember =
  (body?: object): Make =>
  async ({ world, organizationId }) => ({
    params: { accountId: await world.member(organizationId, 'viewer') },
    ...(body && { body }),
  });

const ofAccount: Make = async ({ world }) => ({ params: { id: await world.account() } });

/** A request of every route that succeeds where it is allowed, on things made for it. */
export const cellRequests = {
  createStore: () => ({ body: { name: 'Tea', slug: `tea-${randomBase32(8)}` } }),
  listStores: nothing,
  getStore: ofStore(),
  getStorePods: ofStore('succeeded'),
  deleteStore: ofStore(),
  retryStore: ofStore('failed', {}),
  revealCredentials: ofStore('succeeded'),
  getOperation: ofOperation(),
  cancelOperation: ofOperation({}),
  auditLog: nothing,
  streamEvents: nothing,
  listEngines: nothing,
  listPlans: nothing,
  getLimits: nothing,
  explainProblem: () => ({ params: { code: 'NOT_FOUND' } }),
  getPlatform: nothing,
  metrics: nothing,
  provisioningHistory: nothing,
  health: nothing,
  getQuota: ({ organizationId }) => ({ params: { id: organizationId } }),
  setQuota: ({ organizationId }) => ({ params: { id: organizationId }, body: generousQuota }),
  getSession: nothing,
  switchOrganization: ({ organizationId }) => ({ body: { organizationId } }),
  getSignInOptions: nothing,
  signIn: () => ({ body: { email: email(), password } }),
  signInTwoFactor: () => ({ body: { code: '123456' } }),
  signOut: nothing,
  requestSignUp: () => ({ body: { email: email() } }),
  completeSignUp: () => ({ body: { secret, name: 'Ann', password } }),
  requestPasswordReset: () => ({ body: { email: email() } }),
  completePasswordReset: () => ({ body: { secret, password } }),
  startProvider: () => ({ params: { provider: 'none' }, body: {} }),
  completeProvider: () => ({ params: { provider: 'none' }, query: 'state=x' }),
  changeAccount: () => ({ body: { name: 'Ann' } }),
  changePassword: () => ({ body: { newPassword: password } }),
  listSessions: nothing,
  revokeSession: ({ sessionId }) => ({ params: { id: sessionId } }),
  revokeOtherSessions: nothing,
  enrolTwoFactor: () => ({ body: {} }),
  confirmTwoFactor: () => ({ body: { code: '123456' } }),
  renewRecoveryCodes: () => ({ body: {} }),
  disableTwoFactor: () => ({ body: {} }),
  listOrganizations: nothing,
  createOrganization: () => ({ body: { name: 'Company' } }),
  getOrganization: nothing,
  renameOrganization: () => ({ body: { name: 'Company' } }),
  leaveOrganization: nothing,
  listMembers: nothing,
  changeRole: ofMember({ role: 'member' }),
  removeMember: ofMember(),
  listInvitations: nothing,
  invite: () => ({ body: { email: email(), role: 'viewer' } }),
  revokeInvitation: async ({ world, organizationId, ownerId }) => ({
    params: { id: await world.invitation(organizationId, ownerId) },
  }),
  readInvitation: () => ({ body: { secret } }),
  acceptInvitation: () => ({ body: { secret } }),
  listTokens: nothing,
  createToken: () => ({ body: { name: 'Robot', scope: 'read' } }),
  revokeToken: async ({ world, organizationId, ownerId }) => ({
    params: { id: (await world.token({ organizationId, accountId: ownerId })).id },
  }),
  listAccounts: nothing,
  disableAccount: ofAccount,
  enableAccount: ofAccount,
} as const satisfies Readonly<Record<RouteName, Make>>;
