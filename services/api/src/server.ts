import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connectDatabase, eventIdRange, eventsAfter, eventsChannel, listen, runMigrations } from '@shopwright/database';
import { closeOnSignal, ConfigError, createLogger, createMetricsRegistry } from '@shopwright/runtime';
import { sessionLimits } from './account-config.ts';
import { createApp } from './app.ts';
import { createAuthenticator } from './auth/authenticator.ts';
import { createCookies } from './auth/cookies.ts';
import { ensureFirstOperator } from './auth/first-operator.ts';
import { createPasswords } from './auth/passwords.ts';
import { createClusterClient } from './clients/cluster.ts';
import { createTemporalClient } from './clients/temporal.ts';
import { readConfig, type ApiConfig } from './config.ts';
import { createMailer } from './mail/mailer.ts';
import { createEventFeed } from './modules/events/event-feed.ts';
import { progressRetentionMs } from './modules/events/retention.ts';
import { platformChecks } from './modules/health/platform-checks.ts';
import { createPodReader } from './modules/pods/service.ts';
import { housekeeping } from './plugins/housekeeping.ts';

/** News are announced; this is how late they come where an announcement was lost. */
const feedFallbackMs = 5000;
const shutdownTimeoutMs = 20_000;

async function main(config: ApiConfig): Promise<void> {
  const logger = createLogger({ service: 'api', level: config.LOG_LEVEL });
  await runMigrations(config.DATABASE_URL);
  const closing = new AbortController();
  const database = connectDatabase({
    url: config.DATABASE_URL,
    applicationName: 'shopwright-api',
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onIdleError: (error) => logger.warn({ err: error }, 'a database connection broke'),
  });
  const { db } = database;
  const passwords = createPasswords();
  if (await ensureFirstOperator(db, passwords, config.FIRST_OPERATOR)) {
    logger.info({ email: config.FIRST_OPERATOR.email }, 'made the first operator: sign in with this address');
  }
  const temporal = createTemporalClient({ address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE });
  const cluster = createClusterClient(config.KUBECONFIG);
  const feed = createEventFeed({
    table: {
      readAfter: (visibility, afterId, limit) => eventsAfter(db, visibility, { afterId, limit }),
      readRange: () => eventIdRange(db),
    },
    onError: (error) => logger.warn({ err: error }, 'events could not be read'),
  });
  const app = await createApp({
    config,
    logger,
    db,
    feed,
    registry: createMetricsRegistry('api'),
    authenticator: createAuthenticator({
      db,
      cookies: createCookies({ isHttpsOnly: config.HTTPS_ONLY }),
      idleMs: sessionLimits(config).idleMs,
      onError: (error) => logger.warn({ err: error }, 'the last use of a session or token could not be noted'),
    }),
    passwords,
    mailer: createMailer({
      smtpUrl: config.SMTP_URL,
      from: config.MAIL_FROM,
      isLogged: config.MAIL_TO_LOG,
      logger,
    }),
    checks: platformChecks({ db, temporal, cluster }),
    readAdminPassword: (storeId) => cluster.readAdminPassword(storeId),
    readPods: createPodReader(cluster),
    webDirectory: config.WEB_DIRECTORY ?? fileURLToPath(new URL('../../../web/dist', import.meta.url)),
    closing: closing.signal,
    version: readVersion(),
  });
  await app.register(housekeeping, { db, progressRetentionMs, sessionIdleMs: sessionLimits(config).idleMs });
  const listening = listen({
    url: config.DATABASE_URL,
    channels: [eventsChannel],
    onWake: () => void feed.wake(),
    onError: (error) => logger.warn({ err: error }, 'waiting for database notifications failed'),
    signal: closing.signal,
  });
  const fallback = setInterval(() => void feed.wake(), feedFallbackMs);
  closeOnSignal({
    logger,
    timeoutMs: shutdownTimeoutMs,
    close: async () => {
      clearInterval(fallback);
      closing.abort();
      await app.close();
      await listening;
      await Promise.all([temporal.close(), database.close()]);
    },
  });
  await app.listen({ host: config.API_HOST, port: config.API_PORT });
  // Large modules, loaded once requests are answered, so that the first question about health does not pay for it.
  await Promise.all([temporal.load(), cluster.load()]);
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0.0.0';
}

try {
  await main(readConfig());
} catch (error) {
  const reason = error instanceof ConfigError ? error.message : error;
  process.stderr.write(`${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
