import { parseCookie, stringifySetCookie } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';

/** What a browser keeps for us: a session, a sign-in between its two factors, a visit to a provider. */
export type CookieKind = 'session' | 'two-factor' | 'provider';

export interface Cookies {
  /** The secret in a cookie; undefined where there is none or it cannot be one of ours. */
  read(headers: IncomingHttpHeaders, kind: CookieKind): string | undefined;
  /** A Set-Cookie header. */
  write(kind: CookieKind, secret: string, maxAgeSeconds: number): string;
  clear(kind: CookieKind): string;
}

const secretPattern = /^[A-Za-z0-9_-]{43}$/;

/**
 * Cookies that scripts cannot read and other sites cannot send. Behind TLS they carry the `__Host-` prefix: no other host, not
 * even a subdomain, can set them.
 */
export function createCookies({ isHttpsOnly }: { isHttpsOnly: boolean }): Cookies {
  const nameOf = (kind: CookieKind): string => `${isHttpsOnly ? '__Host-' : ''}shopwright-${kind}`;
  const attributes = (kind: CookieKind) => ({
    path: '/',
    httpOnly: true,
    secure: isHttpsOnly,
    // The provider sends the browser back from its own site; that is the one cookie which must come along.
    sameSite: kind === 'provider' ? ('lax' as const) : ('strict' as const),
  });
  return {
    read: (headers, kind) => {
      const secret = parseCookie(headers.cookie ?? '')[nameOf(kind)];
      return secret !== undefined && secretPattern.test(secret) ? secret : undefined;
    },
    write: (kind, secret, maxAge) =>
      stringifySetCookie({ name: nameOf(kind), value: secret, maxAge, ...attributes(kind) }),
    clear: (kind) => stringifySetCookie({ name: nameOf(kind), value: '', maxAge: 0, ...attributes(kind) }),
  };
}
