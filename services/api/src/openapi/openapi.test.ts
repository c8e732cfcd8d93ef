import { routes } from '@shopwright/contract/routes';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '../testing/test-app.ts';
import { authorization } from '../testing/test-config.ts';
import type { OpenApiDocument } from './document.ts';

let app: FastifyInstance;
let document: OpenApiDocument;
beforeAll(async () => {
  app = await createTestApp({ version: '0.1.0' });
  document = (await app.inject({ url: '/api/openapi.json', headers: authorization })).json();
});
afterAll(() => app.close());

const operations = () => Object.values(document.paths ?? {}).flatMap((path) => Object.values(path));

describe('the OpenAPI document', () => {
  it('has every route of the contract once', () => {
    const ids = operations().map((operation) => operation.operationId ?? '');
    expect(ids.toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  it('says of every operation how it fails', () => {
    for (const operation of operations()) {
      const problems = Object.entries(operation.responses ?? {}).filter(([status]) => Number(status) >= 400);
      expect(problems.map(([status]) => status)).toEqual(expect.arrayContaining(['400', '429', '500', '503']));
      for (const [, response] of problems) {
        expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json']);
      }
    }
  });

  it('leads nowhere that is not in it', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '');
    const schemas = Object.keys(document.components?.schemas ?? {});
    expect([...new Set(references)].toSorted()).toEqual(schemas.toSorted());
  });

  it('is the one in docs; run vitest with --update after a change', async () => {
    await expect(`${JSON.stringify(document, undefined, 2)}\n`).toMatchFileSnapshot('../../../../docs/openapi.json');
  });
});
