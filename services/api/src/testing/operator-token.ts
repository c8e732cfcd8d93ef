import { createHash, timingSafeEqual } from 'node:crypto';
import { defaultOrganizationId } from '@shopwright/contract/ids';
import type { Authenticator, Identity } from '../auth/identity.ts';

export interface OperatorCredentials {
  email: string;
  token: string;
}

/** Stands in where a test is not about signing in: one operator, who may do everything with one bearer token; needs no database. */
export function createOperatorTokenAuthenticator(operator: OperatorCredentials): Authenticator {
  const expected = digest(operator.token);
  const identity: Identity = {
    actor: { kind: 'operator', id: 'operator', name: operator.email },
    organizationId: defaultOrganizationId,
    role: null,
    isOperator: true,
    may: () => true,
  };
  return {
    identify: (request) => {
      const token = bearerToken(request.headers.authorization);
      const matches = token !== undefined && timingSafeEqual(digest(token), expected);
      return Promise.resolve(matches ? identity : null);
    },
  };
}

/** Digests have one length, so that comparing them tells nothing about the token, not even its length. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +(?<token>[\x21-\x7e]{1,512}) *$/i.exec(header ?? '')?.groups?.['token'];
}
