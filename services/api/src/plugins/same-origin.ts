import { AppError } from '@shopwright/contract/errors';
import type { FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { Cookies } from '../auth/cookies.ts';

export interface SameOriginOptions {
  cookies: Cookies;
  /** Where the dashboard is reached. */
  publicUrl: string;
}

/**
 * Changes by a browser come from the dashboard itself: what another site sends is refused, and what a cookie speaks for must
 * prove where it comes from. Programs with a token send no cookies; nobody else can make a browser send theirs.
 */
export const sameOrigin = fastifyPlugin<SameOriginOptions>(
  (app, { cookies, publicUrl }, done) => {
    const publicOrigin = new URL(publicUrl).origin;
    app.addHook('onRequest', (request, _reply, next) => {
      next(isAcceptable(request, { cookies, publicOrigin }) ? undefined : new AppError('CROSS_SITE_REQUEST'));
    });
    done();
  },
  { name: 'same-origin', dependencies: ['problems'] },
);

interface Rule {
  cookies: Cookies;
  publicOrigin: string;
}

function isAcceptable(request: FastifyRequest, { cookies, publicOrigin }: Rule): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || request.headers.authorization !== undefined) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  if (origin !== undefined) return origin === publicOrigin || origin === `${request.protocol}://${request.host}`;
  return cookies.read(request.headers, 'session') === undefined;
}
