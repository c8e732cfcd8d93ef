import { parseSetCookie, stringifyCookie } from 'cookie';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A browser with its cookies, on the dashboard's own pages. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;
  readonly #address: string;

  constructor(app: FastifyInstance, address = '192.0.2.1') {
    this.#app = app;
    this.#address = address;
  }

  /** Sends a request as the dashboard would; `options.headers` come on top. */
  async send(
    method: Method,
    url: string,
    payload?: object,
    options: InjectOptions = {},
  ): Promise<LightMyRequestResponse> {
    const response = await this.#app.inject({
      method,
      url,
      remoteAddress: this.#address,
      ...(payload && { payload }),
      ...options,
      headers: withoutAbsent({
        'sec-fetch-site': 'same-origin',
        'user-agent': 'test browser',
        ...(this.cookies.size > 0 && { cookie: stringifyCookie(Object.fromEntries(this.cookies)) }),
        ...options.headers,
      }),
    });
    for (const header of [response.headers['set-cookie'] ?? []].flat()) this.#keep(header);
    return response;
  }

  async signIn(email: string, password: string): Promise<LightMyRequestResponse> {
    return this.send('POST', '/api/auth/sign-in', { email, password });
  }

  /** What the dashboard knows of who is signed in. */
  async session() {
    return (await this.send('GET', '/api/session')).json();
  }

  #keep(header: string): void {
    const { name, value, maxAge } = parseSetCookie(header);
    if (maxAge === 0 || value === undefined) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** A header that a test sets to undefined is not sent. */
function withoutAbsent<Headers extends Record<string, unknown>>(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Headers;
}
