import fastifyCompress from '@fastify/compress';
import { fastifySSE } from '@fastify/sse';
import { serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod';
import { recordEvent } from '@shopwright/database';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';
import type { AppDependencies } from './dependencies.ts';
import { createCookies } from './auth/cookies.ts';
import { appErrorOf } from './http/app-error-of.ts';
import { answerClientError } from './http/client-errors.ts';
import { registerModules } from './modules/register-modules.ts';
import { authenticate } from './plugins/authenticate.ts';
import { authorize } from './plugins/authorize.ts';
import { closingConnections } from './plugins/closing-connections.ts';
import { dashboard } from './plugins/dashboard.ts';
import { bodyLimitBytes, jsonBodies } from './plugins/json-bodies.ts';
import { notFound } from './plugins/not-found.ts';
import { observability } from './plugins/observability.ts';
import { openApi } from './plugins/openapi.ts';
import { problems, sendProblem } from './plugins/problems.ts';
import { rateLimits } from './plugins/rate-limits.ts';
import { refusalAudit } from './plugins/refusal-audit.ts';
import { requestIdOf, requestIds } from './plugins/request-ids.ts';
import { sameOrigin } from './plugins/same-origin.ts';
import { securityHeaders } from './plugins/security-headers.ts';
import { textGuard } from './plugins/text-guard.ts';

/** How long a client may take. Streams are answers, not requests, and are not limited by it. */
const requestTimeoutMs = 15_000;
const headersTimeoutMs = 10_000;
const maxHeaderBytes = 16 * 1024;
const heartbeatMs = 15_000;

/** The whole API, without a process: nothing is opened that `dependencies` did not open. */
export async function createApp(dependencies: AppDependencies): Promise<FastifyInstance> {
  const { config } = dependencies;
  const logger: FastifyBaseLogger = dependencies.logger;
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    trustProxy: (_address, hop) => hop < config.TRUSTED_PROXY_HOPS,
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    http: { maxHeaderSize: maxHeaderBytes, headersTimeout: headersTimeoutMs, connectionsCheckingInterval: 1000 },
    // Answers that are under way are finished; streams end by the closing signal.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void sendProblem(appErrorOf(error), request, reply),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await registerPlugins(app, dependencies);
  registerModules(app, dependencies);
  await app.register(dashboard, {
    directory: dependencies.webDirectory,
    temporalUiUrl: config.TEMPORAL_UI_URL ?? null,
  });
  return app;
}

/** In the order in which they see a request. */
async function registerPlugins(app: FastifyInstance, dependencies: AppDependencies): Promise<void> {
  const { config, db, registry, authenticator, version } = dependencies;
  await app.register(closingConnections);
  await app.register(requestIds);
  await app.register(securityHeaders, { isHttpsOnly: config.HTTPS_ONLY });
  await app.register(problems);
  await app.register(observability, { registry });
  const cookies = createCookies({ isHttpsOnly: config.HTTPS_ONLY });
  await app.register(sameOrigin, { cookies, publicUrl: config.PUBLIC_URL });
  await app.register(authenticate, { authenticator });
  await app.register(rateLimits, {
    readsPerMinute: config.RATE_LIMIT_READS_PER_MINUTE,
    writesPerMinute: config.RATE_LIMIT_WRITES_PER_MINUTE,
    anonymousPerMinute: config.RATE_LIMIT_ANONYMOUS_PER_MINUTE,
  });
  await app.register(authorize);
  await app.register(notFound);
  await app.register(refusalAudit, { record: (event) => recordEvent(db, event) });
  await app.register(jsonBodies);
  await app.register(textGuard);
  await app.register(fastifyCompress, {
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } },
  });
  await app.register(fastifySSE, { heartbeatInterval: heartbeatMs });
  await app.register(openApi, { version });
}
