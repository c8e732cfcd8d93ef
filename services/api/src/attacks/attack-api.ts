import type { AccountId } from '@shopwright/contract/account-ids';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import { routes, type RouteDefinition, type RouteName } from '@shopwright/contract/routes';
import { cellRequests, type CellRequest } from '../access-matrix/requests.ts';
import { createAccountsApi, type AccountsApi } from '../testing/accounts-api.ts';
import { createWorld, type Headers, type World } from '../testing/world.ts';

/** The API with two organizations: one that is attacked, and one whose owner attacks. */
export interface AttackApi {
  api: AccountsApi;
  world: World;
  /** `http://127.0.0.1:port`. */
  address: string;
  port: number;
  victim: { organizationId: OrganizationId; ownerId: AccountId; headers: Headers };
  attacker: { organizationId: OrganizationId; accountId: AccountId; headers: Headers };
  /** Headers of somebody new in an organization. */
  personOf(organizationId: OrganizationId, role: OrganizationRole): Promise<Headers>;
  close(): Promise<void>;
}

export async function createAttackApi(settings: Readonly<Record<string, string>> = {}): Promise<AttackApi> {
  const api = await createAccountsApi(settings, {
    readAdminPassword: () => Promise.resolve('admin password of the store'),
    readPods: () => Promise.resolve({ pods: [], usage: null, readAt: new Date().toISOString() }),
  });
  const world = createWorld(api.database.db);
  const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  const [home, away] = [await world.organization(), await world.organization()];
  const ownerId = await world.member(home, 'owner');
  const accountId = await world.member(away, 'owner');
  const personOf = async (organizationId: OrganizationId, role: OrganizationRole): Promise<Headers> =>
    (await world.session(await world.member(organizationId, role), organizationId)).headers;
  return {
    api,
    world,
    address,
    port: Number(new URL(address).port),
    victim: { organizationId: home, ownerId, headers: (await world.session(ownerId, home)).headers },
    attacker: { organizationId: away, accountId, headers: (await world.session(accountId, away)).headers },
    personOf,
    close: () => api.close(),
  };
}

/**
 * A request of an operator in the victim's organization that a route accepts as it is, so that only what a test changes in it can
 * be the reason for a refusal.
 */
export async function acceptedRequest({ world, victim }: AttackApi, name: RouteName) {
  const { organizationId, ownerId } = victim;
  const operatorId = await world.member(organizationId, 'owner', { isOperator: true });
  const { headers, id } = await world.session(operatorId, organizationId);
  const definition: RouteDefinition = routes[name];
  const cell: CellRequest = await cellRequests[name]({ world, organizationId, ownerId, sessionId: id });
  const url = definition.path.replaceAll(/:(\w+)/g, (_match, key: string) => cell.params?.[key] ?? '');
  return { method: definition.method, url, headers, body: cell.body ?? {} };
}
