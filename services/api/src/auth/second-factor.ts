import type { AccountId } from '@shopwright/contract/account-ids';
import type { EventSource } from '@shopwright/contract/events';
import type { SignInTwoFactorBody } from '@shopwright/contract/schemas/sign-in';
import { recordEvent, type Database } from '@shopwright/database';
import {
  acceptStep,
  findTwoFactor,
  takeRecoveryCode,
  type AccountRow,
  type TwoFactorRow,
} from '@shopwright/database/accounts';
import { seal, unseal, type SealedValue } from '@shopwright/runtime';
import { actorOf } from './identities.ts';
import { hashSecret } from './secrets.ts';
import { stepOfCode } from './two-factor-codes.ts';

export interface SecondFactor {
  /** Whether a code of the app or a recovery code is right. Either is accepted once. */
  accepts(account: AccountRow, proof: SignInTwoFactorBody, source: EventSource): Promise<boolean>;
  seal(accountId: AccountId, secret: string): SealedValue;
  unseal(row: TwoFactorRow): string;
}

/** The secret of the app is in the database only encrypted, for its account alone. */
export function createSecondFactor(db: Database, sealingKey: Buffer): SecondFactor {
  const ownerOf = (accountId: AccountId): string => `two-factor/${accountId}`;
  const open = (row: TwoFactorRow): string => unseal(sealingKey, ownerOf(row.accountId), row);
  return {
    seal: (accountId, secret) => seal(sealingKey, ownerOf(accountId), secret),
    unseal: open,
    accepts: async (account, proof, source) => {
      if ('recoveryCode' in proof) {
        if (!(await takeRecoveryCode(db, account.id, hashSecret(proof.recoveryCode)))) return false;
        await recordEvent(db, {
          type: 'two-factor.recovery-code-used',
          actor: actorOf(account),
          source,
          organizationId: null,
        });
        return true;
      }
      const row = await findTwoFactor(db, account.id);
      const step = row && stepOfCode(open(row), proof.code);
      return step !== undefined && acceptStep(db, account.id, step);
    },
  };
}
