import { AppError } from '@shopwright/contract/errors';
import { request } from 'undici';
import type { ProbeHttp, ProbeRequest, ProbeResponse } from '../engines/probe.ts';
import type { StoreSpec } from '../engines/engine.ts';

const defaultTimeoutMs = 15_000;
const maxBodyBytes = 4 * 1024 * 1024;

/**
 * Requests on a store's public address that do not depend on name resolution: they go to the ingress and carry the store's
 * host. Redirects are answers, not followed.
 */
export function createStoreHttp(spec: StoreSpec, ingressAddress: string, signal: AbortSignal): ProbeHttp {
  const publicUrl = new URL(spec.publicUrl);
  return async (probe) => {
    try {
      return await send(probe, publicUrl, ingressAddress, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof AppError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new AppError('ROUTE_NOT_ADMITTED', { cause: error, params: { host: spec.host, reason } });
    }
  };
}

async function send(
  probe: ProbeRequest,
  publicUrl: URL,
  ingressAddress: string,
  signal: AbortSignal,
): Promise<ProbeResponse> {
  const timeout = AbortSignal.timeout(probe.timeoutMs ?? defaultTimeoutMs);
  const hasJson = probe.json !== undefined;
  const response = await request(`${publicUrl.protocol}//${ingressAddress}${probe.path}`, {
    method: probe.method ?? 'GET',
    headers: { ...(hasJson ? { 'content-type': 'application/json' } : {}), ...probe.headers, host: publicUrl.host },
    ...(hasJson ? { body: JSON.stringify(probe.json) } : {}),
    signal: AbortSignal.any([signal, timeout]),
  });
  return { status: response.statusCode, headers: response.headers, body: await limitedText(response.body) };
}

async function limitedText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBodyBytes) throw new Error(`the answer is larger than ${maxBodyBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
