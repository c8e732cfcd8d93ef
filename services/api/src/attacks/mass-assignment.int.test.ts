import { routes } from '@shopwright/contract/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeNames } from '../access-matrix/security-document.ts';
import { acceptedRequest, createAttackApi, type AttackApi } from './attack-api.ts';

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
    const { method, url, headers, body } = await acceptedRequest(attack, name);
    for (const [field, value] of Object.entries(columns)) {
      if (field in body) continue;
      const payload = { ...body, [field]: value };
      const response = await attack.api.app.inject({ method, url, headers, payload });
      expect([field, response.statusCode, response.json().code]).toEqual([field, 400, 'VALIDATION_FAILED']);
    }
  });

  it.each(routeNames.filter((name) => routes[name].method === 'GET' && name !== 'completeProvider'))(
    'is refused in the query of %s',
    async (name) => {
      const { url, headers } = await acceptedRequest(attack, name);
      for (const field of ['organizationId', 'isOperator', 'visibility', 'constructor', 'toString']) {
        const response = await attack.api.app.inject({ url: `${url}?${field}=x`, headers });
        expect([field, response.statusCode]).toEqual([field, 400]);
      }
    },
  );
});
