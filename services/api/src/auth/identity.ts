import type { Actor } from '@shopwright/contract/events';
import type { Permission } from '@shopwright/contract/permissions';
import type { FastifyRequest } from 'fastify';

/** Who makes a request and what that one may do. */
export interface Identity {
  actor: Actor;
  /** Whose stores are created and counted. */
  ownerId: string;
  may(permission: Permission): boolean;
}

/** Finds out who makes a request; null where its credentials are missing or wrong. */
export interface Authenticator {
  identify(request: Pick<FastifyRequest, 'headers'>): Promise<Identity | null>;
}

export const anonymousActor: Actor = { kind: 'anonymous', id: 'anonymous', name: 'Anonymous' };
