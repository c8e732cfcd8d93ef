import { and, eq, lte, sql } from 'drizzle-orm';
import type { Executor } from '../connection.ts';
import { attempts } from '../schema/index.ts';

export interface AttemptPolicy {
  /** Wrong guesses that cost nothing. */
  free: number;
  /** The wait after the first one that costs; it doubles with every further one. */
  firstDelayMs: number;
  longestDelayMs: number;
  /** Guesses are forgotten when none followed for so long. */
  forgetAfterMs: number;
}

/**
 * Takes the right to guess once, counting the guess beforehand: of many at the same moment only as many get through as the
 * policy allows. Returns null, or the moment from which the next guess is heard.
 */
export async function takeAttempt(db: Executor, key: string, policy: AttemptPolicy, now: Date): Promise<Date | null> {
  const at = now.toISOString();
  const isForgotten = sql`${attempts.lastAt} < ${at}::timestamptz - ${policy.forgetAfterMs} * interval '1 millisecond'`;
  const failures = sql`case when ${isForgotten} then 1 else ${attempts.failures} + 1 end`;
  const rows = await db
    .insert(attempts)
    .values({ key, failures: 1, lastAt: now, blockedUntil: policy.free > 0 ? now : later(now, policy.firstDelayMs) })
    .onConflictDoUpdate({
      target: attempts.key,
      set: { failures, lastAt: now, blockedUntil: sql`${at}::timestamptz + ${delay(failures, policy)}` },
      // The clocks of two callers at the same moment differ: what is free needs no comparison with them.
      setWhere: sql`${lte(attempts.failures, policy.free)} or ${lte(attempts.blockedUntil, now)}`,
    })
    .returning({ key: attempts.key });
  if (rows.length > 0) return null;
  const [blocked] = await db.select({ until: attempts.blockedUntil }).from(attempts).where(eq(attempts.key, key));
  return blocked?.until ?? null;
}

/** Forgets the guesses of a key, because the last one was right. */
export async function clearAttempts(db: Executor, key: string): Promise<void> {
  await db.delete(attempts).where(eq(attempts.key, key));
}

/** Takes one guess back that was right; the others stay counted. */
export async function forgiveAttempt(db: Executor, key: string): Promise<void> {
  await db
    .update(attempts)
    .set({ failures: sql`greatest(${attempts.failures} - 1, 0)`, blockedUntil: sql`${attempts.lastAt}` })
    .where(and(eq(attempts.key, key)));
}

function delay(failures: ReturnType<typeof sql>, policy: AttemptPolicy) {
  const beyond = sql`(${failures}) - ${policy.free}::int - 1`;
  const growing = sql`${policy.firstDelayMs}::float8 * power(2::float8, least(${beyond}, 30)::float8)`;
  return sql`case when (${failures}) <= ${policy.free}::int then interval '0'
    else least(${growing}, ${policy.longestDelayMs}::float8) * interval '1 millisecond' end`;
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
