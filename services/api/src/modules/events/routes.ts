import { AppError } from '@shopwright/contract/errors';
import { isStoreId } from '@shopwright/contract/ids';
import { Gauge, type Registry } from '@shopwright/runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asDatabaseFailure } from '../../http/database-failure.ts';
import { InvalidRequest } from '../../http/invalid-request.ts';
import { registerRoute } from '../../http/register-route.ts';
import { requestVisibility, requireIdentity } from '../request-context.ts';
import type { Authenticator } from '../../auth/identity.ts';
import { stillAllowed } from './still-allowed.ts';
import type { EventFeed } from './event-feed.ts';
import { eventStream } from './event-stream.ts';

export interface EventRoutesOptions {
  feed: EventFeed;
  authenticator: Authenticator;
  retentionMs: number;
  registry: Registry;
  /** Aborts when the process ends, so that streams do not keep it. */
  closing: AbortSignal;
}

/** Streams of one account at a time, its tokens included; a tab needs one. */
const maxStreamsPerActor = 50;
const reconnectAfterMs = 2000;

export function eventRoutes(app: FastifyInstance, options: EventRoutesOptions): void {
  const openByActor = new Map<string, number>();
  const openStreams = new Gauge({
    name: 'event_streams_open',
    help: 'Event streams that clients follow now.',
    registers: [options.registry],
  });

  registerRoute(
    app,
    'streamEvents',
    async ({ query, request, reply }) => {
      requireEventStream(request);
      const lastEventId = lastEventIdOf(request.headers['last-event-id']) ?? lastEventIdOf(query.lastEventId);
      const storeId = query.storeId !== undefined && isStoreId(query.storeId) ? query.storeId : undefined;
      const identity = requireIdentity(request);
      const actorId = identity.accountId ?? identity.actor.id;
      const open = openByActor.get(actorId) ?? 0;
      if (open >= maxStreamsPerActor) throw new AppError('RATE_LIMITED');
      openByActor.set(actorId, open + 1);
      openStreams.inc();
      const signal = AbortSignal.any([options.closing, whenClosed(reply)]);
      try {
        const { feed, retentionMs, authenticator } = options;
        const messages = eventStream({
          feed,
          visibility: requestVisibility(request),
          seesAudit: identity.may('audit:read'),
          isStillAllowed: stillAllowed(request, authenticator),
          retentionMs,
          lastEventId,
          storeId,
          signal,
        });
        await send(reply, messages, signal);
      } catch (error) {
        // Whoever left before the first message is told nothing.
        if (signal.aborted || reply.raw.destroyed) return;
        // After the first message the status is sent: the client reconnects with its last id.
        if (!reply.raw.headersSent) throw error;
        request.log.warn({ err: asDatabaseFailure(error) }, 'event stream ended');
      } finally {
        openByActor.set(actorId, (openByActor.get(actorId) ?? 1) - 1);
        openStreams.dec();
      }
    },
    { sse: { kind: 'manual' }, exposeHeadRoute: false },
  );
}

async function send(reply: FastifyReply, messages: ReturnType<typeof eventStream>, signal: AbortSignal): Promise<void> {
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve(), { once: true });
  for await (const { id, message } of messages) {
    const retry = message.event === 'event' ? {} : { retry: reconnectAfterMs };
    // A write waits for the client to read; one that never reads again must not hold the stream after it is gone.
    await Promise.race([reply.sse.send({ id, event: message.event, data: message.data, ...retry }), gone]);
    if (signal.aborted) return;
  }
}

function requireEventStream(request: FastifyRequest): void {
  const accept = request.headers.accept ?? '*/*';
  if (!/text\/event-stream|text\/\*|\*\/\*/i.test(accept)) throw new AppError('NOT_ACCEPTABLE');
}

function lastEventIdOf(value: string | string[] | undefined): number | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
  throw new InvalidRequest('VALIDATION_FAILED', [{ pointer: 'Last-Event-ID', message: 'must be an id of the stream' }]);
}

function whenClosed(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  return controller.signal;
}
