import { newSessionId, type SessionId } from '@shopwright/contract/account-ids';
import { AppError } from '@shopwright/contract/errors';
import type { EventSource } from '@shopwright/contract/events';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { Database, Transaction } from '@shopwright/database';
import {
  findOpenSession,
  firstOrganizationOf,
  insertSession,
  replaceSessionSecret,
  type AccountRow,
  type OpenSession,
} from '@shopwright/database/accounts';
import { hashSecret, newSecret } from './secrets.ts';

export interface SessionLimits {
  /** A session that is not used for so long is over. */
  idleMs: number;
  /** However much it is used. */
  lifetimeMs: number;
}

/** A session and the secret for its cookie. */
export interface IssuedSession {
  id: SessionId;
  organizationId: OrganizationId | null;
  secret: string;
  maxAgeSeconds: number;
}

export interface SessionKeeper {
  /** Opens a new session: never one that the browser brought along. Acts in `organizationId`, or in the first one joined. */
  open(
    tx: Transaction,
    opened: { account: AccountRow; source: EventSource; organizationId?: OrganizationId },
  ): Promise<IssuedSession>;
  /** Gives the session a new secret, after a change of what protects it. */
  rotate(tx: Transaction, id: SessionId): Promise<IssuedSession>;
  /** The open session of a cookie's secret. */
  find(secret: string): Promise<OpenSession | undefined>;
  /** Before which moment an unused session is over. */
  idleSince(now: Date): Date;
}

export function createSessionKeeper(db: Database, { idleMs, lifetimeMs }: SessionLimits): SessionKeeper {
  const idleSince = (now: Date): Date => new Date(now.getTime() - idleMs);
  return {
    idleSince,
    open: async (tx, { account, source, organizationId }) => {
      const secret = newSecret();
      const session = await insertSession(tx, {
        id: newSessionId(),
        accountId: account.id,
        secretHash: hashSecret(secret),
        organizationId: organizationId ?? (await firstOrganizationOf(tx, account.id)) ?? null,
        address: source.address,
        userAgent: source.userAgent,
        expiresAt: new Date(Date.now() + lifetimeMs),
      });
      return {
        id: session.id,
        organizationId: session.organizationId,
        secret,
        maxAgeSeconds: Math.floor(lifetimeMs / 1000),
      };
    },
    rotate: async (tx, id) => {
      const secret = newSecret();
      const session = await replaceSessionSecret(tx, id, hashSecret(secret));
      if (session === undefined) throw new AppError('UNAUTHENTICATED');
      const maxAgeSeconds = Math.max(0, Math.floor((session.expiresAt.getTime() - Date.now()) / 1000));
      return { id: session.id, organizationId: session.organizationId, secret, maxAgeSeconds };
    },
    find: (secret) => {
      const now = new Date();
      return findOpenSession(db, { secretHash: hashSecret(secret), idleSince: idleSince(now), now });
    },
  };
}
