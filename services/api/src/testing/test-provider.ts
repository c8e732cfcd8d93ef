import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseSetCookie, stringifyCookie } from 'cookie';
import { Provider, type Configuration } from 'oidc-provider';

/** Whom the provider takes everybody for. */
export interface ProviderPersonClaims {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

/** A real OpenID Connect provider in the test's own process, without TLS and with everybody let in. */
export interface TestProvider {
  /** Configuration of the API that trusts it. */
  settings: Readonly<Record<string, string>>;
  person: ProviderPersonClaims;
  /** Follows an authorization address as a browser would; returns the address of ours that it is sent back to. */
  signIn(url: string): Promise<string>;
  close(): Promise<void>;
}

const client = { id: 'shopwright', secret: 'a-secret-of-the-test-provider-0123456789' };
const scopes = 'openid email profile';

export async function startTestProvider(redirectUri: string): Promise<TestProvider> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const started: TestProvider = {
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: 'Test provider',
    },
    person: { sub: 'nobody', email: 'nobody@example.com', email_verified: false, name: 'Nobody' },
    signIn: (url) => followUntil(url, redirectUri),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  const provider = new Provider(
    issuer,
    configuration(redirectUri, () => started.person),
  );
  const serve = provider.callback();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url?.startsWith('/interaction/') !== true) return serve(request, response);
    await provider.interactionFinished(request, response, { login: { accountId: started.person.sub } });
  };
  server.on('request', (request, response) => void answer(request, response));
  return started;
}

function configuration(redirectUri: string, person: () => ProviderPersonClaims): Configuration {
  return {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key of the test provider'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...person(), sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const { accountId } = oidc.session ?? {};
      const clientId = oidc.client?.clientId;
      if (accountId === undefined || clientId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ accountId, clientId });
      grant.addOIDCScope(scopes);
      await grant.save();
      return grant;
    },
  };
}

async function followUntil(start: string, target: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  for (let hop = 0; hop < 10; hop++) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: stringifyCookie(Object.fromEntries(jar)) },
    });
    for (const header of response.headers.getSetCookie()) {
      const { name, value } = parseSetCookie(header);
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`the test provider answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url).href;
    if (url.startsWith(target)) return url;
  }
  throw new Error('the test provider leads in circles');
}
