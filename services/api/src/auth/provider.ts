import { AppError } from '@shopwright/contract/errors';
import * as oidc from 'openid-client';

export interface ProviderConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people read on the button. */
  name: string;
}

/** What must be remembered between leaving for the provider and coming back. */
export interface ProviderVisit {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Who the provider says that somebody is. */
export interface ProviderPerson {
  issuer: string;
  subject: string;
  /** Only where the provider vouches for it. */
  email: string | undefined;
  name: string | undefined;
}

export interface Provider {
  id: string;
  name: string;
  begin(): Promise<{ url: string; visit: ProviderVisit }>;
  /** Checks everything that OpenID Connect asks for. Throws PROVIDER_FAILED. */
  complete(callback: URL, visit: ProviderVisit): Promise<ProviderPerson>;
}

export const providerId = 'oidc';

/** An OpenID Connect provider: authorization code flow with PKCE, state and nonce. Discovered at the first use. */
export function createProvider(config: ProviderConfig, redirectUri: string): Provider {
  let discovered: Promise<oidc.Configuration> | undefined;
  const discover = (): Promise<oidc.Configuration> => {
    discovered ??= discoverProvider(config).catch((error: unknown) => {
      discovered = undefined;
      throw new AppError('PROVIDER_FAILED', { cause: error });
    });
    return discovered;
  };
  return {
    id: providerId,
    name: config.name,
    begin: async () => {
      const codeVerifier = oidc.randomPKCECodeVerifier();
      const visit = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier };
      const url = oidc.buildAuthorizationUrl(await discover(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state: visit.state,
        nonce: visit.nonce,
      });
      return { url: url.href, visit };
    },
    complete: async (callback, { state, nonce, codeVerifier }) => {
      const configuration = await discover();
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
          pkceCodeVerifier: codeVerifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error('the answer has no ID token');
        const more = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
        return personOf(claims.iss, { ...more, ...claims });
      } catch (error) {
        throw new AppError('PROVIDER_FAILED', { cause: error });
      }
    },
  };
}

function discoverProvider({ issuer, clientId, clientSecret }: ProviderConfig): Promise<oidc.Configuration> {
  const address = new URL(issuer);
  // Only on the machine itself may a provider be reached without TLS.
  const isLocal = address.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
  return oidc.discovery(
    address,
    clientId,
    undefined,
    oidc.ClientSecretBasic(clientSecret),
    isLocal ? { execute: [oidc.allowInsecureRequests] } : undefined,
  );
}

function personOf(issuer: string, claims: Readonly<Record<string, unknown>>): ProviderPerson {
  const { sub, email, email_verified: isVerified, name } = claims;
  return {
    issuer,
    subject: String(sub),
    email: typeof email === 'string' && isVerified === true ? email.toLowerCase() : undefined,
    name: typeof name === 'string' ? name : undefined,
  };
}
