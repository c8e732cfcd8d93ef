import type { Database } from '@shopwright/database';
import { findLiveToken, findOpenSession, touchSession, touchToken } from '@shopwright/database/accounts';
import type { Cookies } from './cookies.ts';
import { identityOfSession, identityOfToken } from './identities.ts';
import type { Authenticator, Identity } from './identity.ts';
import { hashSecret } from './secrets.ts';

export interface AuthenticatorOptions {
  db: Database;
  cookies: Cookies;
  idleMs: number;
  /** A note of the last use could not be written; the request goes on. */
  onError: (error: unknown) => void;
}

/** Uses are noted this often at most. */
const noteEveryMs = 60_000;

/**
 * Signs requests in by bearer token or session cookie. Both are read from the database every time: what is revoked, disabled
 * or demoted counts with the next request. A request with a token is never also its browser's session.
 */
export function createAuthenticator({ db, cookies, idleMs, onError }: AuthenticatorOptions): Authenticator {
  const ofToken = async (secret: string): Promise<Identity | null> => {
    const now = new Date();
    const found = await findLiveToken(db, hashSecret(secret), now);
    if (found === undefined) return null;
    const notedBefore = new Date(now.getTime() - noteEveryMs);
    if (found.token.lastUsedAt === null || found.token.lastUsedAt < notedBefore) {
      void touchToken(db, found.token.id, { at: now, notedBefore }).catch(onError);
    }
    return identityOfToken(found);
  };
  const ofSession = async (secret: string): Promise<Identity | null> => {
    const now = new Date();
    const idleSince = new Date(now.getTime() - idleMs);
    const found = await findOpenSession(db, { secretHash: hashSecret(secret), idleSince, now });
    if (found === undefined) return null;
    const notedBefore = new Date(now.getTime() - noteEveryMs);
    if (found.session.lastSeenAt < notedBefore) {
      void touchSession(db, found.session.id, { at: now, notedBefore }).catch(onError);
    }
    return identityOfSession(found);
  };
  return {
    identify: async ({ headers }) => {
      if (headers.authorization !== undefined) {
        const token = bearerToken(headers.authorization);
        return token === undefined ? null : ofToken(token);
      }
      const secret = cookies.read(headers, 'session');
      return secret === undefined ? null : ofSession(secret);
    },
  };
}

function bearerToken(header: string): string | undefined {
  return /^Bearer +(?<token>[\x21-\x7e]{1,512}) *$/i.exec(header)?.groups?.['token'];
}
