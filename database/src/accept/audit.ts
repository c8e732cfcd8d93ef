import type { Database } from '../connection.ts';
import { appendEvents, type NewEvent } from '../repositories/events.ts';
import { claimCredentialsReveal } from '../repositories/stores.ts';
import type { StoreId } from '@shopwright/contract/ids';
import type { Request } from './operation.ts';

/** Writes one audit event by itself, e.g. a refused request. */
export async function recordEvent(db: Database, event: NewEvent): Promise<void> {
  await db.transaction((tx) => appendEvents(tx, [event]));
}

/**
 * Takes the one reveal of the admin password and audits it; false where it is gone. Read the Secret first: after a `true` the
 * password must reach the caller.
 */
export async function takeCredentialsReveal(db: Database, storeId: StoreId, request: Request): Promise<boolean> {
  return db.transaction(async (tx) => {
    const claimed = await claimCredentialsReveal(tx, storeId);
    if (claimed) {
      await appendEvents(tx, [{ type: 'credentials.revealed', actor: request.actor, source: request.source, storeId }]);
    }
    return claimed;
  });
}
