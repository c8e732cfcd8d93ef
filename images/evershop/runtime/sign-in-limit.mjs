/** EverShop limits sign-ins at its pages, but counts those of its API as any other call: 120 guesses a minute. */
import { rateLimit } from 'express-rate-limit';
import proxyAddress from 'proxy-addr';

/** As many as EverShop allows at its own sign-in pages. */
const limit = { windowMs: 15 * 60_000, limit: 8 };

/** The client as the last trusted proxy saw it; what it claims itself counts for nothing. */
function clientOf(hops) {
  return (request) => proxyAddress(request, (_address, hop) => hop < hops);
}

function refuse(_request, response) {
  response.writeHead(429, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { status: 429, message: 'Too many sign-ins. Please try again later.' } }));
}

/** Wraps a request listener: `POST /api/user/tokens` passes a few times per client and quarter of an hour. */
export function limitSignIns(listener, proxyHops) {
  const limiter = rateLimit({
    ...limit,
    keyGenerator: clientOf(proxyHops),
    handler: refuse,
    legacyHeaders: false,
    // Its checks expect an Express application around it.
    validate: false,
  });
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0].replace(/\/+$/, '').toLowerCase();
    if (request.method !== 'POST' || path !== '/api/user/tokens') return listener(request, response);
    return limiter(request, response, (error) => (error ? response.destroy(error) : listener(request, response)));
  };
}
