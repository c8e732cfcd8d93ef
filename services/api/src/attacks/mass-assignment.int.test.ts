import { routes, type RouteDefinition } from '@shopwright/contract/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellRequests, type CellRequest } from '../access-matrix/requests.ts';
import { routeNames } from '../access-matrix/security-document.ts';
import { createAttackApi, type AttackApi } from './attack-api.ts';

let attack: AttackApi;
beforeAll(async () => {
  attack = await createAttackApi();
});
afterAll(() => attack.close());

/** What rows have and no caller may set. */
const columns: Readonly<Record<string, unknown>> = {
  id: 'st-aaaaaaaaaa',
  organizationId: 'org-default',
  organization_id: 'org-default',
  accountId: 'acc-aaaaaaaaaaaaaaaa',
  actor: { kind: 'operator', id: 'operator', name: 'Operator' },
  isOperator: true,
  is_operator: true,
  phase: 'ready',
  version: 99,
  isDefault: false,
  createdAt: '2020-01-01T00:00:00.000Z',
  expiresAt: '2099-01-01T00:00:00.000Z',
  disabledAt: null,
  secretHash: 'a',
  passwordHash: 'a',
  permission: 'platform:manage',
};

const changes = routeNames.filter((name) => routes[name].method !== 'GET');

describe('a field that nobody may set', () => {
  it.each(changes)('is refused by %s, whichever it is', async (name) => {
    const { api, world, victim } = attack;
    const { organizationId, ownerId } = victim;
    const operatorId = await world.member(organizationId, 'owner', { isOperator: true });
    const { headers, id } = await world.session(operatorId, organizationId);
    const definition: RouteDefinition = routes[name];
    const request: CellRequest = await cellRequests[name]({ world, organizationId, ownerId, sessionId: id });
    const { params, body = {} } = request;
    const url = definition.path.replaceAll(/:(\w+)/g, (_match, key: string) => params?.[key] ?? '');
    for (const [field, value] of Object.entries(columns)) {
      if (field in body) continue;
      const payload = { ...body, [field]: value };
      const response = await api.app.inject({ method: definition.method, url, headers, payload });
      expect([field, response.statusCode, response.json().code]).toEqual([field, 400, 'VALIDATION_FAILED']);
    }
  });

  it.each(routeNames.filter((name) => routes[name].method === 'GET' && name !== 'completeProvider'))(
    'is refused in the query of %s',
    async (name) => {
      const { api, world, victim } = attack;
      const { organizationId, ownerId } = victim;
      const operatorId = await world.member(organizationId, 'owner', { isOperator: true });
      const { headers, id } = await world.session(operatorId, organizationId);
      const request: CellRequest = await cellRequests[name]({ world, organizationId, ownerId, sessionId: id });
      const path = routes[name].path.replaceAll(/:(\w+)/g, (_match, key: string) => request.params?.[key] ?? '');
      for (const field of ['organizationId', 'isOperator', 'visibility', 'constructor', 'toString']) {
        const response = await api.app.inject({ url: `${path}?${field}=x`, headers });
        expect([field, response.statusCode]).toEqual([field, 400]);
      }
    },
  );
});
