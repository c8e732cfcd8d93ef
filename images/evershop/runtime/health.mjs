import http from 'node:http';

/**
 * Answers the probes of the cluster on a port that the route does not lead to: `/live` while the process runs, `/ready` while
 * the database answers. Starts last, so that an answer also means that the shop is up.
 */
export function startHealthServer(port, pool) {
  const server = http.createServer((request, response) => {
    if (request.url === '/live') return response.writeHead(200).end();
    if (request.url !== '/ready') return response.writeHead(404).end();
    return pool.query('SELECT 1').then(
      () => response.writeHead(200).end(),
      () => response.writeHead(503).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
}
