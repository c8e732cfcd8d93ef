import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout, without a trailing slash. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** State of this checkout's stack: data, logs, credentials. Never in git. */
export const stateDirectory = join(repositoryRoot, '.local');

export const logDirectory = join(stateDirectory, 'logs');

/** What may be shared between checkouts and rebuilt at any time: binaries, images, archives. */
export const cacheDirectory = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'shopwright');

/** Path inside the state directory. */
export const statePath = (...parts: string[]): string => join(stateDirectory, ...parts);

/** Path inside the cache directory. */
export const cachePath = (...parts: string[]): string => join(cacheDirectory, ...parts);
