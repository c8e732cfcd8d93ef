import { AppError } from '@shopwright/contract/errors';
import { newOrganizationId, randomBase32 } from '@shopwright/contract/ids';
import type { CompleteSignUpBody } from '@shopwright/contract/schemas/sign-in';
import { deriveSlug, withSuffix } from '@shopwright/contract/slugs';
import { appendEvents, type Database, type NewEvent, type Transaction } from '@shopwright/database';
import {
  dropOneTimeSecretsOf,
  findAccountByEmail,
  insertMember,
  insertOrganization,
  putOneTimeSecret,
  readOneTimeSecret,
  takeOneTimeSecret,
  type AccountRow,
} from '@shopwright/database/accounts';
import { actorOf } from '../../auth/identities.ts';
import { accountCreated, makeAccount, type NewAccount } from '../../auth/new-account.ts';
import { requireStrongPassword } from '../../auth/password-strength.ts';
import type { Passwords } from '../../auth/passwords.ts';
import { hashSecret, newSecret } from '../../auth/secrets.ts';
import { takeMail } from '../../auth/throttle.ts';
import type { Background } from '../../http/background.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { alreadySignedUpMail, signUpMail } from '../../mail/messages.ts';
import type { SignInOutcome, SignInRequest, SignInService } from './sign-in-service.ts';

export interface SignUpService {
  /** Sends a link. Says the same and takes as long whether the address has an account or not. */
  request(email: string): void;
  complete(body: CompleteSignUpBody, request: SignInRequest): Promise<SignInOutcome>;
}

export interface SignUpOptions {
  db: Database;
  signIns: SignInService;
  passwords: Passwords;
  mailer: Mailer;
  background: Background;
  publicUrl: string;
  isOpen: boolean;
}

const lifetimeMs = 60 * 60_000;

export function createSignUpService(options: SignUpOptions): SignUpService {
  const { db, signIns, passwords, mailer, background, publicUrl, isOpen } = options;

  const sendLink = async (email: string): Promise<void> => {
    if (!(await takeMail(db, 'sign-up', email))) return;
    if ((await findAccountByEmail(db, email)) !== undefined) {
      mailer.send(alreadySignedUpMail({ to: email, publicUrl }));
      return;
    }
    const secret = newSecret();
    const secretHash = hashSecret(secret);
    await db.transaction(async (tx) => {
      await dropOneTimeSecretsOf(tx, email, 'sign-up');
      const expiresAt = new Date(Date.now() + lifetimeMs);
      await putOneTimeSecret(tx, { secretHash, purpose: 'sign-up', email, expiresAt });
    });
    mailer.send(signUpMail({ to: email, publicUrl, secret }));
  };

  return {
    request: (email) => {
      if (!isOpen) throw new AppError('SIGN_UP_CLOSED');
      background.run('sign-up', () => sendLink(email));
    },
    complete: async ({ secret, name, password }, request) => {
      if (!isOpen) throw new AppError('SIGN_UP_CLOSED');
      const lookup = { secretHash: hashSecret(secret), purpose: 'sign-up' as const, now: new Date() };
      const email = (await readOneTimeSecret(db, lookup))?.email ?? undefined;
      if (email === undefined) throw new AppError('LINK_INVALID');
      requireStrongPassword(password, [email, name]);
      const passwordHash = await passwords.hash(password);
      const account = await db.transaction(async (tx) => {
        if ((await takeOneTimeSecret(tx, lookup)) === undefined) throw new AppError('LINK_INVALID');
        const made = await makeAccountWithOrganization(tx, { email, name, passwordHash, source: request.source });
        await appendEvents(tx, made.events);
        return made.account;
      });
      return signIns.proven(account, 'sign-up', request);
    },
  };
}

/** An account that nobody invited begins with an organization of its own. The events are still to be appended. */
export async function makeAccountWithOrganization(
  tx: Transaction,
  newAccount: Omit<NewAccount, 'organizationId'>,
): Promise<{ account: AccountRow; events: NewEvent[] }> {
  const organizationId = newOrganizationId();
  const { name, source } = newAccount;
  const account = await makeAccount(tx, newAccount);
  await insertOrganization(tx, { id: organizationId, name, slug: withSuffix(deriveSlug(name), randomBase32(6)) });
  await insertMember(tx, { organizationId, accountId: account.id, role: 'owner' });
  const actor = actorOf(account);
  const events: NewEvent[] = [
    accountCreated(account, { source, organizationId }),
    { type: 'organization.created', actor, source, organizationId, data: { name } },
  ];
  return { account, events };
}
