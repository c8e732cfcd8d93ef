import type { AccountId } from '@shopwright/contract/account-ids';
import type { OperationId, OrganizationId, StoreId } from '@shopwright/contract/ids';
import { routes, type RouteDefinition, type RouteName } from '@shopwright/contract/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccountsApi, type AccountsApi } from '../testing/accounts-api.ts';
import { createWorld, type Headers, type World } from '../testing/world.ts';
import { expectedCell, type Cell } from './expected.ts';
import { principals, type Principal } from './principals.ts';
import { cellRequests, type CellRequest, type Setting } from './requests.ts';
import { routeNames } from './security-document.ts';

let api: AccountsApi;
let world: World;
let address: string;
let home: OrganizationId;
let away: OrganizationId;
let ownerId: AccountId;
/** What is the home organization's and nobody else's, to be looked for in answers. */
let marks: { organizationId: OrganizationId; storeId: StoreId; operationId: OperationId };

beforeAll(async () => {
  api = await createAccountsApi(
    { QUOTA_STORES: '1000000', QUOTA_CPU_MILLIS: '1000000000', QUOTA_MEMORY_MIB: '1000000000', MAX_STORES: '1000000' },
    {
      readAdminPassword: () => Promise.resolve('admin password of the store'),
      readPods: () => Promise.resolve({ pods: [], usage: null, readAt: new Date().toISOString() }),
    },
  );
  world = createWorld(api.database.db);
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  [home, away] = [await world.organization(), await world.organization()];
  ownerId = await world.member(home, 'owner');
  await world.member(away, 'owner');
  const { storeId, operationId } = await world.endedStore(home, 'succeeded');
  marks = { organizationId: home, storeId, operationId };
});
afterAll(() => api.close());

/** A fresh one for every cell: some requests end sessions or memberships. */
async function headersOf(
  principal: Principal,
  storeId: StoreId | undefined,
): Promise<{ headers: Headers; setting: Setting }> {
  const organizationId = principal.isOfOrganization ? home : away;
  const accountId = await accountOf(principal, organizationId);
  const session = await world.session(accountId, organizationId);
  const isOwner = principal.name === 'owner';
  const named = isOwner ? await world.session(accountId, home) : await world.session(ownerId, home);
  const setting = { world, organizationId: home, ownerId, sessionId: named.id };
  const past = new Date(Date.now() - 1000);
  const owner = { accountId, organizationId };
  const scope = principal.scope ?? 'write';
  switch (principal.by) {
    case 'nothing':
      return { headers: {}, setting };
    case 'session':
      return { headers: session.headers, setting };
    case 'token': {
      const change = { scope, ...(principal.isOfStore === true && storeId !== undefined && { storeId }) };
      return { headers: (await world.token(owner, change)).headers, setting };
    }
    case 'revoked token':
      return { headers: (await world.token(owner, { scope, revokedAt: past })).headers, setting };
    case 'expired token':
      return { headers: (await world.token(owner, { scope, expiresAt: past })).headers, setting };
  }
}

function accountOf({ role, isOperator }: Principal, organizationId: OrganizationId): Promise<AccountId> {
  return world.member(organizationId, role ?? 'viewer', { isOperator: isOperator === true });
}

interface Answer {
  status: number;
  code: string | undefined;
  body: string;
}

async function ask(name: RouteName, principal: Principal): Promise<Answer> {
  // What is named is made before the caller: a token of a store is one of the store that the request names.
  const { setting: before } = await headersOf({ name: 'anonymous', isOfOrganization: false, by: 'nothing' }, undefined);
  const first: CellRequest = await cellRequests[name](before);
  const { headers, setting } = await headersOf(principal, first.storeId ?? (await world.store(home)).storeId);
  const request: CellRequest = name === 'revokeSession' ? cellRequests.revokeSession(setting) : first;
  const definition: RouteDefinition = routes[name];
  const path = definition.path.replaceAll(/:(\w+)/g, (_match, key: string) => request.params?.[key] ?? '');
  const url = request.query === undefined ? path : `${path}?${request.query}`;
  if ('stream' in definition.success) return askStream(url, headers);
  const response = await api.app.inject({
    method: definition.method,
    url,
    headers,
    ...(request.body && { payload: request.body }),
  });
  const isProblem = response.headers['content-type']?.toString().startsWith('application/problem') === true;
  return { status: response.statusCode, code: isProblem ? response.json().code : undefined, body: response.body };
}

/** A stream has no end: its first message is enough. */
async function askStream(url: string, headers: Headers): Promise<Answer> {
  const controller = new AbortController();
  const response = await fetch(`${address}${url}`, { headers, signal: controller.signal });
  const { value } = (await response.body?.getReader().read()) ?? {};
  controller.abort();
  const body = new TextDecoder().decode(value);
  return { status: response.status, code: response.ok ? undefined : JSON.parse(body).code, body };
}

/** What an answer means. A public route answers everybody; whether a secret or a password was right is not its matrix. */
function outcomeOf(name: RouteName, { status, code, body }: Answer): Exclude<Cell, 'own'> {
  expect(status, `${name}: ${body}`).toBeLessThan(500);
  if (code === 'FORBIDDEN') return '403';
  if (routes[name].permission === 'public') return 'yes';
  if (code === 'UNAUTHENTICATED') return '401';
  return code?.endsWith('_NOT_FOUND') === true ? '404' : 'yes';
}

/** `own` is what was allowed and has nothing in it that is the organization's and not the caller's. */
async function observedCell(name: RouteName, principal: Principal): Promise<Cell> {
  const answer = await ask(name, principal);
  const outcome = outcomeOf(name, answer);
  if (outcome !== 'yes' || expectedCell(name, principal) !== 'own') return outcome;
  const foreign = principal.isOfOrganization ? [marks.storeId, marks.operationId] : Object.values(marks);
  const leaked = foreign.filter((mark) => answer.body.includes(mark));
  expect(leaked, `${name} shows ${principal.name} what is not its own`).toEqual([]);
  return 'own';
}

describe('the route matrix', () => {
  it.each(routeNames)('of %s is what its declaration says', async (name) => {
    const observed: [string, Cell][] = [];
    for (const principal of principals) observed.push([principal.name, await observedCell(name, principal)]);
    expect(observed).toEqual(principals.map((principal) => [principal.name, expectedCell(name, principal)]));
  });

  it('has lists that show the organization its own', async () => {
    const viewer = principals.find((principal) => principal.name === 'member');
    if (viewer === undefined) throw new Error('a member is among the principals');
    const { storeId } = await world.store(home);
    for (const name of ['listStores', 'auditLog'] as const) {
      expect((await ask(name, viewer)).body.includes(storeId)).toBe(true);
    }
  });
});
