import { newStoreId, randomBase32 } from '@shopwright/contract/ids';
import type { TestPlatform } from './platform.ts';
import { operationEnd } from './wait.ts';

/**
 * Fills an installation with stores that are rows only, ready since long ago: one is made, the others are copies of its row.
 * Nothing of the copies is in the cluster. Returns a function that removes them.
 */
export async function copyStores(platform: TestPlatform, count: number): Promise<() => Promise<void>> {
  const { pool } = platform.database;
  const slug = `template-${randomBase32(6)}`;
  const { body } = await platform.api.post('/api/stores', { name: 'Template', slug, engine: 'sample' });
  const { failure } = await operationEnd(platform, body.operation.id, 180_000);
  if (failure !== null) throw new Error(`${failure.code}: ${failure.detail}`);
  const ids = Array.from({ length: count }, () => newStoreId());
  await pool.query(
    `insert into stores select (jsonb_populate_record(stores, jsonb_build_object(
       'id', copy.id, 'slug', 'copy-' || copy.number, 'name', 'Copied shop ' || copy.number))).*
     from stores, unnest($2::text[]) with ordinality as copy(id, number) where stores.id = $1`,
    [body.store.id, ids],
  );
  await pool.query('analyze');
  return async () => void (await pool.query('delete from stores where id = any($1::text[])', [ids]));
}
