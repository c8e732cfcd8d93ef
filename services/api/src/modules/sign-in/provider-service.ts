import { AppError } from '@shopwright/contract/errors';
import { displayNameProblem, normalizeDisplayName } from '@shopwright/contract/display-names';
import { appendEvents, type Database } from '@shopwright/database';
import {
  findAccountByEmail,
  findAccountOfProvider,
  linkProvider,
  putOneTimeSecret,
  takeOneTimeSecret,
  type AccountRow,
} from '@shopwright/database/accounts';
import { actorOf } from '../../auth/identities.ts';
import type { Provider, ProviderPerson } from '../../auth/provider.ts';
import { hashSecret, newSecret } from '../../auth/secrets.ts';
import { makeAccountWithOrganization } from './sign-up-service.ts';
import type { SignInOutcome, SignInRequest, SignInService } from './sign-in-service.ts';

export interface ProviderService {
  /** The address to go to, and the secret by which the browser is known when it comes back. */
  begin(
    providerId: string,
    returnTo: string | undefined,
  ): Promise<{ url: string; secret: string; maxAgeSeconds: number }>;
  complete(
    callback: URL,
    visitSecret: string | undefined,
    request: SignInRequest,
  ): Promise<{ outcome: SignInOutcome; returnTo: string }>;
}

export interface ProviderServiceOptions {
  db: Database;
  provider: Provider | undefined;
  signIns: SignInService;
  /** Whether people of the provider who have no account get one; the provider decides who they are. */
  makesAccounts: boolean;
}

const visitMs = 10 * 60_000;

export function createProviderService({
  db,
  provider,
  signIns,
  makesAccounts,
}: ProviderServiceOptions): ProviderService {
  const accountFor = async (person: ProviderPerson, request: SignInRequest): Promise<AccountRow> => {
    const known = await findAccountOfProvider(db, person);
    if (known !== undefined) return known;
    const { email } = person;
    if (email === undefined) throw new AppError('SIGN_UP_CLOSED');
    return db.transaction(async (tx) => {
      const existing = await findAccountByEmail(tx, email);
      if (existing === undefined && !makesAccounts) throw new AppError('SIGN_UP_CLOSED');
      const { source } = request;
      const { account, events } =
        existing === undefined
          ? await makeAccountWithOrganization(tx, { email, name: nameOf(person), passwordHash: null, source })
          : { account: existing, events: [] };
      await linkProvider(tx, person, account.id);
      const data = { issuer: person.issuer };
      await appendEvents(tx, [
        ...events,
        { type: 'account.provider-linked', actor: actorOf(account), source, organizationId: null, data },
      ]);
      return account;
    });
  };
  return {
    begin: async (providerId, returnTo) => {
      if (provider === undefined || provider.id !== providerId) throw new AppError('PROVIDER_NOT_FOUND');
      const { url, visit } = await provider.begin();
      const secret = newSecret();
      const expiresAt = new Date(Date.now() + visitMs);
      const data = { ...visit, returnTo: returnTo ?? '/' };
      await putOneTimeSecret(db, { secretHash: hashSecret(secret), purpose: 'provider', expiresAt, data });
      return { url, secret, maxAgeSeconds: visitMs / 1000 };
    },
    complete: async (callback, visitSecret, request) => {
      if (provider === undefined) throw new AppError('PROVIDER_NOT_FOUND');
      const secretHash = hashSecret(visitSecret ?? '');
      const visit = await takeOneTimeSecret(db, { secretHash, purpose: 'provider', now: new Date() });
      const { state, nonce, codeVerifier, returnTo } = visit?.data ?? {};
      if (state === undefined || nonce === undefined || codeVerifier === undefined) throw new AppError('LINK_INVALID');
      const person = await provider.complete(callback, { state, nonce, codeVerifier });
      const account = await accountFor(person, request);
      if (account.disabledAt !== null) throw new AppError('INVALID_CREDENTIALS');
      return { outcome: await signIns.proven(account, 'provider', request), returnTo: returnTo ?? '/' };
    },
  };
}

/** The provider's name for somebody where it is fit to be shown, otherwise the first part of the address. */
function nameOf({ name, email }: ProviderPerson): string {
  const candidates = [name, email?.split('@')[0], 'Member'].filter((text) => text !== undefined);
  return normalizeDisplayName(candidates.find((text) => displayNameProblem(text) === undefined) ?? 'Member');
}
