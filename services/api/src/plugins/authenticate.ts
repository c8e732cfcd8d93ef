import fastifyPlugin from 'fastify-plugin';
import type { Authenticator, Identity } from '../auth/identity.ts';
import { asDatabaseFailure } from '../http/database-failure.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where nobody is signed in; whether that matters is decided by the route's permission. */
    identity: Identity | null;
  }
}

/** Finds out who asks before anything is counted, read or done. */
export const authenticate = fastifyPlugin<{ authenticator: Authenticator }>(
  (app, { authenticator }, done) => {
    app.decorateRequest('identity', null);
    app.addHook('onRequest', async (request) => {
      try {
        request.identity = await authenticator.identify(request);
      } catch (error) {
        throw asDatabaseFailure(error);
      }
    });
    done();
  },
  { name: 'authenticate' },
);
