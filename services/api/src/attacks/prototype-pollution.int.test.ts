import { routes } from '@shopwright/contract/routes';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { routeNames } from '../access-matrix/security-document.ts';
import { acceptedRequest, createAttackApi, type AttackApi } from './attack-api.ts';

let attack: AttackApi;
beforeAll(async () => {
  attack = await createAttackApi();
});
afterAll(() => attack.close());

const untouched = () => ({
  object: Object.getOwnPropertyNames(Object.prototype).toSorted(),
  array: Object.getOwnPropertyNames(Array.prototype).toSorted(),
  function: Object.getOwnPropertyNames(Function.prototype).toSorted(),
});
const before = untouched();
afterEach(() => {
  expect(untouched()).toEqual(before);
  expect(Reflect.get({}, 'isOperator')).toBeUndefined();
});

/** As text: an object literal would not have these keys. */
const members = [
  '"__proto__":{"isOperator":true}',
  '"constructor":{"prototype":{"isOperator":true}}',
  '"prototype":{"isOperator":true}',
  String.raw`"\u005f_proto__":{"isOperator":true}`,
  '"nested":{"__proto__":{"isOperator":true}}',
  '"list":[{"__proto__":{"isOperator":true}}]',
];
const changes = routeNames.filter((name) => routes[name].method !== 'GET');

describe('a body that reaches for the prototype', () => {
  it.each(changes)('is refused by %s', async (name) => {
    const { method, url, headers, body } = await acceptedRequest(attack, name);
    for (const member of members) {
      const rest = JSON.stringify(body).slice(1);
      const payload = `{${member}${rest === '}' ? '' : ','}${rest}`;
      const response = await attack.api.app.inject({
        method,
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        payload,
      });
      expect([member, response.statusCode]).toEqual([member, 400]);
    }
  });
});

describe('a query that reaches for the prototype', () => {
  it.each([
    '__proto__[isOperator]=true',
    '__proto__=x',
    'constructor[prototype][a]=1',
    'constructor=1',
    'a.__proto__.b=1',
  ])('%s is refused', async (query) => {
    const { api, attacker } = attack;
    for (const path of ['/api/stores', '/api/stores/audit/log', '/api/events', '/api/limits']) {
      const response = await api.app.inject({ url: `${path}?${query}`, headers: attacker.headers });
      expect([path, response.statusCode]).toEqual([path, 400]);
    }
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is no error code, plan or id',
    async (word) => {
      const { api, attacker } = attack;
      const { headers } = attacker;
      const answers = [
        await api.app.inject({ url: `/api/problems/${word}`, headers }),
        await api.app.inject({ url: `/api/stores/${word}`, headers }),
        await api.app.inject({ method: 'POST', url: '/api/stores', headers, payload: { name: 'Tea', plan: word } }),
        await api.app.inject({ method: 'POST', url: '/api/stores', headers, payload: { name: 'Tea', engine: word } }),
      ];
      expect(answers.map((answer) => answer.statusCode)).toEqual([400, 400, 400, word === 'constructor' ? 422 : 400]);
    },
  );
});
