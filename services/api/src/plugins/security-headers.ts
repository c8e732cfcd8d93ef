import fastifyHelmet from '@fastify/helmet';
import fastifyPlugin from 'fastify-plugin';

export interface SecurityHeaderOptions {
  /** Behind TLS: browsers are told to come back by HTTPS only. */
  isHttpsOnly: boolean;
}

/** Only our own files run, nobody frames us, nothing of an answer is cached unless a route says so. No CORS: other origins read nothing. */
export const securityHeaders = fastifyPlugin<SecurityHeaderOptions>(
  async (app, { isHttpsOnly }) => {
    await app.register(fastifyHelmet, {
      global: true,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          workerSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: isHttpsOnly ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'no-referrer' },
      xFrameOptions: { action: 'deny' },
    });
    app.addHook('onRequest', (_request, reply, next) => {
      reply.header('cache-control', 'no-store');
      reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
      next();
    });
  },
  { name: 'security-headers' },
);
