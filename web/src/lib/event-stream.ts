import { eventsRoutes } from '@shopwright/contract/routes/events';
import { type StreamMessage, streamMessageSchema } from '@shopwright/contract/schemas/event';
import { setConnectionState } from './connection-state.ts';
import { endSession } from './session.ts';
import { type SseMessage, SseParser } from './sse-parser.ts';

/** Longer than the server's heartbeat of 15 s: a silent stream is a dead one, e.g. after the laptop slept. */
const silenceMs = 40_000;
const firstRetryMs = 500;
const longestRetryMs = 15_000;
/** Failures in a row after which answers are polled until the stream is back. */
const failuresUntilPolling = 2;

export interface EventStreamOptions {
  onMessage: (message: StreamMessage) => void;
  signal: AbortSignal;
}

/**
 * Follows the event stream until the signal aborts: goes on after the last seen event when the connection breaks, waits longer
 * after every failure, and at once when the browser is back online or the tab is looked at again. Reads with fetch because an
 * EventSource tells neither a refusal nor silence.
 */
export async function followEvents({ onMessage, signal }: EventStreamOptions): Promise<void> {
  let lastEventId: string | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      for await (const message of readStream(lastEventId, signal)) {
        failures = 0;
        setConnectionState('live');
        lastEventId = message.id ?? lastEventId;
        const parsed = streamMessageSchema.safeParse({ event: message.event, data: JSON.parse(message.data) });
        if (parsed.success) onMessage(parsed.data);
      }
    } catch {
      // Whatever broke it, the answer is the same: connect again.
    }
    if (signal.aborted) return;
    failures += 1;
    setConnectionState(failures >= failuresUntilPolling ? 'polling' : 'connecting');
    await waitToRetry(failures, signal);
  }
}

async function* readStream(lastEventId: string | undefined, signal: AbortSignal): AsyncGenerator<SseMessage> {
  const attempt = new AbortController();
  const abort = (): void => attempt.abort();
  signal.addEventListener('abort', abort, { once: true });
  let timer = setTimeout(abort, silenceMs);
  try {
    const response = await fetch(eventsRoutes.streamEvents.path, {
      headers: {
        accept: 'text/event-stream',
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
      signal: attempt.signal,
    });
    if (response.status === 401) endSession('The session has ended. Sign in again.');
    if (!response.ok || response.body === null) return;
    const heartbeat = new TransformStream<string, string>({
      transform(chunk, controller) {
        clearTimeout(timer);
        timer = setTimeout(abort, silenceMs);
        controller.enqueue(chunk);
      },
    });
    const messages = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(heartbeat)
      .pipeThrough(new SseParser());
    const reader = messages.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    attempt.abort();
  }
}

/** Exponential with jitter, so that all tabs of everybody do not come back in the same instant. */
function waitToRetry(failures: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1));
  const { promise, resolve } = Promise.withResolvers<void>();
  const done = new AbortController();
  const finish = (): void => {
    done.abort();
    resolve();
  };
  const timer = setTimeout(finish, longest * (0.5 + Math.random() / 2));
  done.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  for (const [target, type] of wakeUps()) target.addEventListener(type, finish, { signal: done.signal });
  signal.addEventListener('abort', finish, { once: true, signal: done.signal });
  return promise;
}

function wakeUps(): readonly (readonly [EventTarget, string])[] {
  return [
    [globalThis, 'online'],
    [document, 'visibilitychange'],
  ];
}
