import { readFileSync } from 'node:fs';

/** Version of EverShop in this image. */
export const engineVersion = JSON.parse(readFileSync('node_modules/@evershop/evershop/package.json', 'utf8')).version;

/** Value of a setting of the shop; undefined when it was never written. */
export async function readSetting(database, name) {
  const { rows } = await database.query('SELECT value FROM setting WHERE name = $1', [name]);
  return rows[0]?.value ?? undefined;
}

/** Writes what differs, in the form of EverShop's own settings screen. Returns how many settings were changed. */
export async function writeSettings(database, values) {
  return upsertSettings(
    database,
    values,
    'DO UPDATE SET value = EXCLUDED.value WHERE setting.value IS DISTINCT FROM EXCLUDED.value',
  );
}

/** Writes what was never written, so that what the owner chose stays. Returns how many settings were added. */
export async function addMissingSettings(database, values) {
  return upsertSettings(database, values, 'DO NOTHING');
}

async function upsertSettings(database, values, onConflict) {
  const { rowCount } = await database.query(
    `INSERT INTO setting (name, value, is_json) SELECT key, value, false FROM json_each_text($1) ON CONFLICT (name) ${onConflict}`,
    [JSON.stringify(values)],
  );
  return rowCount;
}
