import { exitCodes, ExitError } from '../exit-codes.mjs';
import { engineVersion, readSetting, writeSettings } from '../settings.mjs';

/** Runs EverShop's migrations once; a database of another version is left alone. Returns the number of changes. */
export async function schema({ database, shop }) {
  const { rows } = await database.query(`SELECT to_regclass('public.setting') IS NOT NULL AS exists`);
  const found = rows[0].exists ? await readSetting(database, 'platformSchemaVersion') : undefined;
  if (found === engineVersion) return 0;
  if (found !== undefined) {
    throw new ExitError(exitCodes.versionMismatch, `the database has version ${found}, the image has ${engineVersion}`);
  }
  await shop.migrate();
  return 1 + (await writeSettings(database, { platformSchemaVersion: engineVersion }));
}
