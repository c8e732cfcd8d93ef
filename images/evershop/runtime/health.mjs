import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a question about a shop that still starts is held back; shorter than the time-out of the readiness probe. */
const patienceMs = 2500;

/**
 * Answers the probes of the cluster on a port that the route does not lead to: `/live` while the process runs, `/ready` while
 * the database answers. A probe that comes while the shop starts is answered the moment it is up, so that nobody waits for the
 * next one. Returns the function that says so; it takes the pool of database connections.
 */
export async function startHealthServer(port) {
  const up = Promise.withResolvers();
  const isReady = async () => {
    const pool = await Promise.race([up.promise, delay(patienceMs, undefined, { ref: false })]);
    return (
      pool !== undefined &&
      pool.query('SELECT 1').then(
        () => true,
        () => false,
      )
    );
  };
  const statusOf = async (path) => {
    if (path === '/live') return 200;
    if (path !== '/ready') return 404;
    return (await isReady()) ? 200 : 503;
  };
  const server = http.createServer((request, response) => {
    void statusOf(request.url).then((status) => response.writeHead(status).end());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return up.resolve;
}
