/**
 * Serves the shop: web, events and scheduled jobs in one process. It ends with a code from `exit-codes.mjs` as soon as one of
 * them cannot go on, and with 0 only after SIGTERM or SIGINT.
 */
import http from 'node:http';
import { connectDatabase } from './database.mjs';
import { exitCodeOf, exitCodes } from './exit-codes.mjs';
import { startEventSubscribers } from './events.mjs';
import { startHealthServer } from './health.mjs';
import { startScheduledJobs } from './jobs.mjs';
import { limitSignIns } from './sign-in-limit.mjs';
import { importShopFile, loadShopModules, migrateShop, preloadShopModules } from './shop.mjs';

/** How long open requests may take after SIGTERM. */
const drainMs = 10_000;

let endRequested = false;
// EverShop's own failure paths call process.exit(0): whatever ends this process unasked has failed.
process.on('exit', (code) => {
  if (!endRequested && code === 0) process.exitCode = exitCodes.bug;
});

function fail(error) {
  process.stderr.write(`${JSON.stringify({ level: 'fatal', reason: String(error?.message ?? error) })}\n`);
  process.exit(exitCodeOf(error));
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
}

/** Renders the first page once, so that no shopper waits for the server bundle to be read. */
function warmUp(port) {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/', agent: false }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`the home page answered with status ${response.statusCode}`));
      });
    });
    request.once('error', reject);
  });
}

function closeOnSignal(server) {
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => {
      endRequested = true;
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), drainMs).unref();
    });
  }
}

async function main() {
  const markUp = await startHealthServer(Number(process.env.HEALTH_PORT));
  const { pool } = await importShopFile('lib/postgres/connection.js');
  // The pool drops a broken idle connection by itself; without a listener the error would end the process.
  pool.on('error', () => {});
  const { createApp } = await importShopFile('bin/lib/app.js');
  const app = createApp();
  // EverShop itself goes on without its settings when the database is still away. What can be read meanwhile is read.
  await Promise.all([connectDatabase().then((client) => client.end()), preloadShopModules()]);
  const modules = await loadShopModules();
  await migrateShop(modules);
  const server = http.createServer(limitSignIns(app, Number(process.env.TRUST_PROXY_HOPS ?? 0)));
  closeOnSignal(server);
  await listen(server, Number(process.env.PORT));
  await startEventSubscribers(modules, fail);
  await startScheduledJobs();
  await warmUp(process.env.PORT);
  markUp(pool);
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
await main().catch(fail);
