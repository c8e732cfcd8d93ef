import type { Database } from '../connection.ts';
import { appendEvents, type NewEvent } from '../repositories/events.ts';
import { putIdempotencyKey, type IdempotencyKey } from '../repositories/idempotency-keys.ts';
import { newestOperations } from '../repositories/operations.ts';
import { claimCredentialsReveal } from '../repositories/stores.ts';
import type { StoreId } from '@shopwright/contract/ids';
import type { Visibility } from '../visibility.ts';
import { replayOf } from './create-store.ts';
import type { Request } from './operation.ts';

/** Writes one audit event by itself, e.g. a refused request. */
export async function recordEvent(db: Database, event: NewEvent): Promise<void> {
  await db.transaction((tx) => appendEvents(tx, [event]));
}

export interface RevealRequest extends Request {
  visibility: Visibility;
  idempotencyKey?: IdempotencyKey;
}

/**
 * Takes the one reveal of the admin password and audits it; false where it is gone. Read the Secret first: after a `true` the
 * password must reach the caller. A repeat with the idempotency key that took it gets `true` again: its answer may have been
 * lost on the way.
 */
export async function takeCredentialsReveal(db: Database, storeId: StoreId, request: RevealRequest): Promise<boolean> {
  return db.transaction(async (tx) => {
    const isRepeated = (await replayOf(tx, request.idempotencyKey)) !== undefined;
    if (!isRepeated && !(await claimCredentialsReveal(tx, request.visibility, storeId))) return false;
    if (!isRepeated && request.idempotencyKey !== undefined) {
      const newest = (await newestOperations(tx, [storeId])).get(storeId);
      if (newest !== undefined) await putIdempotencyKey(tx, request.idempotencyKey, newest.id);
    }
    const { actor, source } = request;
    await appendEvents(tx, [{ type: 'credentials.revealed', actor, source, storeId, data: { repeated: isRepeated } }]);
    return true;
  });
}
