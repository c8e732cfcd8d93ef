import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exitCodes, ExitError } from './exit-codes.mjs';

function variable(name) {
  const value = process.env[name];
  if (!value) throw new ExitError(exitCodes.bug, `${name} is not set`);
  return value;
}

/**
 * What the store shall be: title, currency and country from the environment, the owner from the files of a mounted Secret, byte
 * for byte.
 */
export function readDesiredState() {
  const folder = variable('OWNER_DIRECTORY');
  const owner = (key) => readFileSync(path.join(folder, key), 'utf8');
  return {
    title: variable('STORE_TITLE'),
    currency: variable('STORE_CURRENCY'),
    country: variable('STORE_COUNTRY'),
    owner: { name: owner('username'), email: owner('email'), password: owner('password') },
  };
}
