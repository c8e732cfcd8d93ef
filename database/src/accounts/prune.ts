import { lt, or } from 'drizzle-orm';
import type { Database } from '../connection.ts';
import { attempts, oneTimeSecrets, sessions } from '../schema/index.ts';

/** Forgets sessions, one-time secrets and counted guesses that are over. Returns how many rows. */
export async function pruneSignIns(
  db: Database,
  over: { now: Date; idleSince: Date; guessesBefore: Date },
): Promise<number> {
  const removed = await Promise.all([
    db.delete(sessions).where(or(lt(sessions.expiresAt, over.now), lt(sessions.lastSeenAt, over.idleSince))),
    db.delete(oneTimeSecrets).where(lt(oneTimeSecrets.expiresAt, over.now)),
    db.delete(attempts).where(lt(attempts.lastAt, over.guessesBefore)),
  ]);
  return removed.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
}
