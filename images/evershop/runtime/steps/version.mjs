import { engineVersion, writeSettings } from '../settings.mjs';

/** The last step: marks the store as initialised by this version. */
export function version({ database }) {
  return writeSettings(database, { platformInitialisedVersion: engineVersion });
}
