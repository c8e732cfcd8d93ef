import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runMigrations } from './migrations.ts';
import { createEmptyTestDatabase, type TestDatabase } from './testing/test-database.ts';

const command = fileURLToPath(new URL('migrate.ts', import.meta.url));
const run = promisify(execFile);

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyTestDatabase();
  });
  afterAll(() => database.close());

  it('run side by side and again without harm', async () => {
    await Promise.all(Array.from({ length: 4 }, () => runMigrations(database.url)));
    await runMigrations(database.url);
    const { rows } = await database.pool.query('select count(*)::int as count from drizzle.__drizzle_migrations');
    const files = await readdir(fileURLToPath(new URL('../migrations', import.meta.url)));
    expect(rows).toEqual([{ count: files.filter((file) => file.endsWith('.sql')).length }]);
  });

  it('the command says so when it cannot, without the address', async () => {
    const env = { ...process.env, DATABASE_URL: 'postgres://nobody:hidden@127.0.0.1:1/none' };
    await expect(run(process.execPath, [command], { env })).rejects.toMatchObject({
      code: 1,
      stderr: expect.not.stringContaining('hidden'),
    });
    await expect(run(process.execPath, [command], { env: {} })).rejects.toMatchObject({ code: 2 });
  });
});
