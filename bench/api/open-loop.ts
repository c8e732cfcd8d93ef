import { setTimeout as delay } from 'node:timers/promises';

export interface Sample {
  kind: string;
  /** From the moment at which the request was due, so that a server that falls behind cannot hide it. */
  latencyMs: number;
  status: number;
}

export interface OpenLoopOptions {
  perSecond: number;
  seconds: number;
  /** The nth request; resolves with its kind and status. */
  send: (index: number) => Promise<{ kind: string; status: number }>;
}

/** Sends requests at a fixed rate, whether or not earlier ones were answered. */
export async function openLoop({ perSecond, seconds, send }: OpenLoopOptions): Promise<readonly Sample[]> {
  const total = perSecond * seconds;
  const start = performance.now();
  const samples: Sample[] = [];
  const running: Promise<void>[] = [];
  for (let index = 0; index < total; index += 1) {
    const due = start + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await delay(wait);
    running.push(
      send(index).then(
        ({ kind, status }) => void samples.push({ kind, status, latencyMs: performance.now() - due }),
        () => void samples.push({ kind: 'failed', status: 0, latencyMs: performance.now() - due }),
      ),
    );
  }
  await Promise.all(running);
  return samples;
}
