import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { clearAttempts, forgiveAttempt, takeAttempt, type AttemptPolicy } from './attempts.ts';

const second = 1000;
const policy: AttemptPolicy = { free: 2, firstDelayMs: second, longestDelayMs: 4 * second, forgetAfterMs: 60 * second };
const start = Date.now();

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Tries once, so many seconds after the start: null where it is heard, otherwise the seconds that are left to wait. */
async function attempt(key: string, atSeconds: number): Promise<number | null> {
  const at = start + atSeconds * second;
  const until = await takeAttempt(database.db, key, policy, new Date(at));
  return until === null ? null : (until.getTime() - at) / second;
}

describe('guesses', () => {
  it('wait twice as long every time, up to the longest wait, and are forgotten', async () => {
    const heard = [0, 0, 0, 1, 3, 7, 11];
    for (const at of heard) expect(await attempt('doubling', at), String(at)).toBeNull();
    // After the third one, a second; then 2, 4, 4, 4.
    expect(await attempt('doubling', 11)).toBe(4);
    expect(await attempt('doubling', 14)).toBe(1);
    expect(await attempt('doubling', 15)).toBeNull();
    expect(await attempt('doubling', 15 + 61)).toBeNull();
    expect(await attempt('doubling', 15 + 61)).toBeNull();
  });

  it('that are refused do not make the wait longer', async () => {
    for (const at of [0, 0, 0]) await attempt('refused', at);
    for (let again = 0; again < 5; again++) expect(await attempt('refused', 0)).toBe(1);
    expect(await attempt('refused', 1)).toBeNull();
  });

  it('at the same moment are counted one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt('crowd', 0)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(3);
  });

  it('that were right are cleared, or taken back one by one', async () => {
    for (const at of [0, 0, 0]) await attempt('cleared', at);
    await clearAttempts(database.db, 'cleared');
    expect(await attempt('cleared', 0)).toBeNull();
    for (const at of [0, 0, 0]) await attempt('forgiven', at);
    await forgiveAttempt(database.db, 'forgiven');
    expect(await attempt('forgiven', 0)).toBeNull();
    expect(await attempt('forgiven', 0)).toBe(1);
  });

  it('aimed at one thing do not slow down another', async () => {
    for (const at of [0, 0, 0]) await attempt('one', at);
    expect(await attempt('another', 0)).toBeNull();
  });
});
