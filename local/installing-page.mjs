// Answers at the dashboard's address while the packages that the API is made of are still being installed.
import { createServer } from 'node:http';

const page = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta http-equiv="refresh" content="2" />
  <title>Shopwright</title>
  <body style="font: 1rem/1.5 system-ui; margin: 4rem auto; max-width: 40rem; padding: 0 1rem">
    <h1>Shopwright is being installed</h1>
    <p>Its packages are on the way. This page becomes the dashboard by itself; the terminal shows how far everything is.</p>
  </body>
</html>
`;

/**
 * Serves the page on a port of 127.0.0.1 until the returned function is called. A port that is taken, or none, is left alone: the start
 * that follows says what is wrong with it.
 */
export function serveInstallingPage(port) {
  const server = createServer((request, response) => {
    const isDocument = request.method === 'GET' && !request.url.startsWith('/api/');
    response.writeHead(isDocument ? 200 : 503, {
      'content-type': isDocument ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '5',
      connection: 'close',
    });
    response.end(isDocument ? page : 'Shopwright is being installed.\n');
  });
  if (!Number.isInteger(port)) return () => {};
  server.on('error', () => server.close());
  server.listen(port, '127.0.0.1', () => console.error(`The dashboard will be at http://localhost:${port}`));
  return () => server.close();
}
