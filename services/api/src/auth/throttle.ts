import { createHash } from 'node:crypto';
import { AppError } from '@shopwright/contract/errors';
import type { Database } from '@shopwright/database';
import { clearAttempts, forgiveAttempt, takeAttempt, type AttemptPolicy } from '@shopwright/database/accounts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** One caller guessing at one account. */
const pairPolicy: AttemptPolicy = { free: 5, firstDelayMs: second, longestDelayMs: 15 * minute, forgetAfterMs: hour };
/** One caller guessing at many accounts. Many people may share an address. */
const addressPolicy: AttemptPolicy = {
  free: 50,
  firstDelayMs: second,
  longestDelayMs: 5 * minute,
  forgetAfterMs: hour,
};
/** Many callers guessing at one account. Its owner waits with them, which must stay bearable. */
const accountPolicy: AttemptPolicy = {
  free: 20,
  firstDelayMs: second,
  longestDelayMs: 30 * second,
  forgetAfterMs: hour,
};

export interface Guess {
  /** At what: an address of a person, an account id. */
  target: string;
  /** From where. */
  address: string;
  /** The account was used from there before: guesses of others do not make its owner wait there. */
  isFamiliar: boolean;
}

export interface Throttle {
  /** Counts a guess before it is looked at. Throws SIGN_IN_DELAYED while the wait for the next one lasts. */
  take(guess: Guess): Promise<void>;
  /** The guess was right: it does not count, and the caller starts anew with this account. */
  clear(guess: Guess): Promise<void>;
}

/** Slows down guessing of passwords and codes, for every process of the API together. Nobody is locked out for good. */
export function createThrottle(db: Database, now: () => Date = () => new Date()): Throttle {
  return {
    take: async (guess) => {
      for (const { key, policy } of countersOf(guess)) {
        const blockedUntil = await takeAttempt(db, key, policy, now());
        if (blockedUntil !== null) throw delayed(blockedUntil, now());
      }
    },
    clear: async (guess) => {
      const [pair, ...shared] = countersOf(guess);
      await Promise.all([pair && clearAttempts(db, pair.key), ...shared.map(({ key }) => forgiveAttempt(db, key))]);
    },
  };
}

function countersOf({ target, address, isFamiliar }: Guess) {
  const pair = { key: `pair:${digest(`${target} ${address}`)}`, policy: pairPolicy };
  if (isFamiliar) return [pair];
  return [
    pair,
    { key: `address:${digest(address)}`, policy: addressPolicy },
    { key: `account:${digest(target)}`, policy: accountPolicy },
  ];
}

function delayed(until: Date, now: Date): AppError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / second));
  return new AppError('SIGN_IN_DELAYED', { params: { seconds } });
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Mail of one kind to one address that somebody keeps asking for. */
const mailPolicy: AttemptPolicy = { free: 3, firstDelayMs: minute, longestDelayMs: hour, forgetAfterMs: 24 * hour };

export type MailKind = 'sign-up' | 'password-reset' | 'invitation';

/** Whether one more mail may go to an address; counts it. Apart by kind, so that asking for one does not hold back another. */
export async function takeMail(db: Database, kind: MailKind, email: string): Promise<boolean> {
  return (await takeAttempt(db, `mail:${kind}:${digest(email)}`, mailPolicy, new Date())) === null;
}
