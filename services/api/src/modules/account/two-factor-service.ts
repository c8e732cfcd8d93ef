import { AppError } from '@shopwright/contract/errors';
import type { EventType } from '@shopwright/contract/events';
import type { TwoFactorEnrolment } from '@shopwright/contract/schemas/two-factor';
import { appendEvents, type Database, type Transaction } from '@shopwright/database';
import {
  confirmTwoFactor,
  deleteSessions,
  deleteTwoFactor,
  findTwoFactor,
  isTwoFactorOn,
  putTwoFactor,
  replaceRecoveryCodes,
} from '@shopwright/database/accounts';
import type { PasswordProof } from '../../auth/password-proof.ts';
import type { SecondFactor } from '../../auth/second-factor.ts';
import { hashSecret } from '../../auth/secrets.ts';
import type { IssuedSession, SessionKeeper } from '../../auth/session-keeper.ts';
import type { Throttle } from '../../auth/throttle.ts';
import { newRecoveryCodes, newTotpSecret, stepOfCode, totpUri } from '../../auth/two-factor-codes.ts';
import type { Person } from '../caller.ts';

export interface TwoFactorService {
  /** Begins anew as often as wanted until it is confirmed. */
  enrol(person: Person, password: string | undefined): Promise<TwoFactorEnrolment>;
  /** Ends every other session: they were opened without it. */
  confirm(person: Person, code: string): Promise<{ recoveryCodes: string[]; session: IssuedSession }>;
  renewRecoveryCodes(person: Person, password: string | undefined): Promise<string[]>;
  disable(person: Person, password: string | undefined): Promise<IssuedSession>;
}

export interface TwoFactorOptions {
  db: Database;
  sessions: SessionKeeper;
  proof: PasswordProof;
  throttle: Throttle;
  secondFactor: SecondFactor;
}

export function createTwoFactorService(options: TwoFactorOptions): TwoFactorService {
  const { db, sessions, proof, throttle, secondFactor } = options;

  const audited = (tx: Transaction, { actor, source, organizationId }: Person, type: EventType) =>
    appendEvents(tx, [{ type, actor, source, organizationId }]);

  return {
    enrol: async (person, password) => {
      const account = await proof(person, password);
      const secret = newTotpSecret();
      if (!(await putTwoFactor(db, account.id, secondFactor.seal(account.id, secret)))) {
        throw new AppError('TWO_FACTOR_ALREADY_ON');
      }
      return { secret, uri: totpUri(secret, account.email) };
    },
    confirm: async (person, code) => {
      const row = await findTwoFactor(db, person.accountId);
      if (row === undefined) throw new AppError('TWO_FACTOR_OFF');
      if (row.confirmedAt !== null) throw new AppError('TWO_FACTOR_ALREADY_ON');
      const guess = { target: `two-factor ${row.accountId}`, address: person.source.address, isFamiliar: true };
      await throttle.take(guess);
      const step = stepOfCode(secondFactor.unseal(row), code);
      if (step === undefined) throw new AppError('TWO_FACTOR_INVALID');
      await throttle.clear(guess);
      const recoveryCodes = newRecoveryCodes();
      const session = await db.transaction(async (tx) => {
        if (!(await confirmTwoFactor(tx, row.accountId, { at: new Date(), step }))) {
          throw new AppError('TWO_FACTOR_ALREADY_ON');
        }
        await replaceRecoveryCodes(tx, row.accountId, recoveryCodes.map(hashSecret));
        await deleteSessions(tx, row.accountId, person.sessionId);
        const issued = await sessions.rotate(tx, person.sessionId);
        await audited(tx, person, 'two-factor.enabled');
        return issued;
      });
      return { recoveryCodes, session };
    },
    renewRecoveryCodes: async (person, password) => {
      const account = await proof(person, password);
      if (!(await isTwoFactorOn(db, account.id))) throw new AppError('TWO_FACTOR_OFF');
      const recoveryCodes = newRecoveryCodes();
      await db.transaction(async (tx) => {
        await replaceRecoveryCodes(tx, account.id, recoveryCodes.map(hashSecret));
        await audited(tx, person, 'two-factor.recovery-codes-renewed');
      });
      return recoveryCodes;
    },
    disable: async (person, password) => {
      const account = await proof(person, password);
      return db.transaction(async (tx) => {
        if (!(await deleteTwoFactor(tx, account.id))) throw new AppError('TWO_FACTOR_OFF');
        const issued = await sessions.rotate(tx, person.sessionId);
        await audited(tx, person, 'two-factor.disabled');
        return issued;
      });
    },
  };
}
