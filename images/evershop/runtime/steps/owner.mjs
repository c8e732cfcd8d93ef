import { importShopFile } from '../shop.mjs';

/** Makes the owner's account; a password that the owner has changed since stays. Returns the number of changes. */
export async function owner({ database, desired }) {
  const { name, email, password } = desired.owner;
  const { rows } = await database.query('SELECT full_name, status FROM admin_user WHERE email = $1', [email]);
  if (rows.length > 0) return renameOwner(database, desired.owner, rows[0]);
  const { hashPassword } = await importShopFile('lib/util/passwordHelper.js');
  await database.query('INSERT INTO admin_user (status, email, full_name, password) VALUES (true, $1, $2, $3)', [
    email,
    name,
    hashPassword(password),
  ]);
  return 1;
}

async function renameOwner(database, { name, email }, found) {
  if (found.full_name === name && found.status) return 0;
  await database.query('UPDATE admin_user SET full_name = $1, status = true WHERE email = $2', [name, email]);
  return 1;
}
