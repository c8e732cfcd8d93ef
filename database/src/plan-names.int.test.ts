import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStore } from './accept/create-store.ts';
import { findStore } from './repositories/stores.ts';
import { sampleCreate } from './testing/samples.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { platformWide } from './visibility.ts';

const renaming = new URL('../migrations/0001_plans_small_medium_large.sql', import.meta.url);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

it.each([
  ['starter', 'small'],
  ['business', 'medium'],
  ['large', 'large'],
])('a store of the former plan %s has the plan %s', async (former, current) => {
  const { db, pool } = database;
  const { storeId } = await createStore(db, sampleCreate());
  await pool.query('update stores set plan = $2 where id = $1', [storeId, former]);
  await pool.query(await readFile(renaming, 'utf8'));
  expect(await findStore(db, platformWide, storeId)).toMatchObject({ plan: current });
});
