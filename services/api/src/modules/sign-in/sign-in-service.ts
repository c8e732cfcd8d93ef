import { AppError } from '@shopwright/contract/errors';
import type { EventSource } from '@shopwright/contract/events';
import type { SignInTwoFactorBody } from '@shopwright/contract/schemas/sign-in';
import { appendEvents, recordEvent, type Database, type Transaction } from '@shopwright/database';
import {
  countGuess,
  deleteSession,
  findAccount,
  findAccountByEmail,
  hasSessionFrom,
  isTwoFactorOn,
  putOneTimeSecret,
  takeOneTimeSecret,
  updateAccount,
  type AccountRow,
} from '@shopwright/database/accounts';
import { actorOf } from '../../auth/identities.ts';
import { anonymousActor } from '../../auth/identity.ts';
import type { Passwords } from '../../auth/passwords.ts';
import { hashSecret, newSecret } from '../../auth/secrets.ts';
import type { IssuedSession, SessionKeeper } from '../../auth/session-keeper.ts';
import type { Throttle } from '../../auth/throttle.ts';
import type { SecondFactor } from '../../auth/second-factor.ts';

/** How somebody proved who they are. */
export type SignInMethod = 'password' | 'provider' | 'sign-up' | 'invitation';

export interface SignInRequest {
  source: EventSource;
  /** Secret of the session that the browser has; it ends with the new one. */
  replaces: string | undefined;
}

export type SignInOutcome =
  | { kind: 'signed-in'; session: IssuedSession }
  | { kind: 'two-factor'; secret: string; maxAgeSeconds: number };

export interface SignInService {
  withPassword(typed: { email: string; password: string }, request: SignInRequest): Promise<SignInOutcome>;
  /** The second of two steps; `challenge` is the secret that the first one gave. */
  withSecondFactor(
    challenge: string | undefined,
    proof: SignInTwoFactorBody,
    request: SignInRequest,
  ): Promise<SignInOutcome>;
  /** For an account that proved itself in another way than by its password. */
  proven(account: AccountRow, method: SignInMethod, request: SignInRequest): Promise<SignInOutcome>;
}

export interface SignInOptions {
  db: Database;
  sessions: SessionKeeper;
  passwords: Passwords;
  throttle: Throttle;
  secondFactor: SecondFactor;
}

const challengeMs = 5 * 60_000;
const codesPerChallenge = 5;

/** Refusals never say whether the address has an account, and take as long in any case. */
export function createSignInService(options: SignInOptions): SignInService {
  const { db, sessions, passwords, throttle, secondFactor } = options;
  const refused = async (
    code: 'INVALID_CREDENTIALS' | 'TWO_FACTOR_INVALID',
    account: AccountRow | undefined,
    source: EventSource,
  ): Promise<AppError> => {
    const data = { code, accountId: account?.id ?? null };
    await recordEvent(db, { type: 'sign-in.refused', actor: anonymousActor, source, organizationId: null, data });
    return new AppError(code);
  };

  const signIn = async (account: AccountRow, method: string, request: SignInRequest): Promise<SignInOutcome> => {
    const session = await db.transaction(async (tx) => {
      await endReplaced(tx, sessions, request.replaces);
      const issued = await sessions.open(tx, { account, source: request.source });
      await updateAccount(tx, account.id, { lastSignInAt: new Date() });
      const { organizationId, id } = issued;
      const data = { method, sessionId: id };
      await appendEvents(tx, [
        { type: 'sign-in.succeeded', actor: actorOf(account), source: request.source, organizationId, data },
      ]);
      return issued;
    });
    return { kind: 'signed-in', session };
  };

  const proven: SignInService['proven'] = async (account, method, request) => {
    if (!(await isTwoFactorOn(db, account.id))) return signIn(account, method, request);
    const secret = newSecret();
    const expiresAt = new Date(Date.now() + challengeMs);
    const secretHash = hashSecret(secret);
    await putOneTimeSecret(db, {
      secretHash,
      purpose: 'two-factor',
      accountId: account.id,
      expiresAt,
      data: { method },
    });
    return { kind: 'two-factor', secret, maxAgeSeconds: challengeMs / 1000 };
  };

  return {
    proven,
    withPassword: async ({ email, password }, request) => {
      const { address } = request.source;
      const guess = { target: email, address, isFamiliar: await hasSessionFrom(db, { email, address }) };
      await throttle.take(guess);
      const account = await findAccountByEmail(db, email);
      const isRight = await passwords.verify(account?.passwordHash, password);
      if (!isRight || account === undefined || account.disabledAt !== null) {
        throw await refused('INVALID_CREDENTIALS', account, request.source);
      }
      await throttle.clear(guess);
      return proven(account, 'password', request);
    },
    withSecondFactor: async (challenge, proof, request) => {
      const lookup = { secretHash: hashSecret(challenge ?? ''), purpose: 'two-factor' as const, now: new Date() };
      const found = await countGuess(db, { ...lookup, mostAttempts: codesPerChallenge });
      if (found === undefined || found.accountId === null) throw new AppError('TWO_FACTOR_REQUIRED');
      const account = await findAccount(db, found.accountId);
      if (account === undefined || account.disabledAt !== null) throw new AppError('TWO_FACTOR_REQUIRED');
      const { address } = request.source;
      const isFamiliar = await hasSessionFrom(db, { email: account.email, address });
      const guess = { target: `two-factor ${account.id}`, address, isFamiliar };
      await throttle.take(guess);
      if (!(await secondFactor.accepts(account, proof, request.source))) {
        throw await refused('TWO_FACTOR_INVALID', account, request.source);
      }
      await throttle.clear(guess);
      if ((await takeOneTimeSecret(db, lookup)) === undefined) throw new AppError('TWO_FACTOR_REQUIRED');
      return signIn(account, `${found.data['method'] ?? 'password'} and second factor`, request);
    },
  };
}

/** A browser has one session: the one that it had before, whoever's, ends. */
async function endReplaced(tx: Transaction, sessions: SessionKeeper, secret: string | undefined): Promise<void> {
  const replaced = secret === undefined ? undefined : await sessions.find(secret);
  if (replaced !== undefined) await deleteSession(tx, replaced.account.id, replaced.session.id);
}
