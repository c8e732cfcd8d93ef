import { HttpMethod, RequestContext, type KubeConfig } from '@kubernetes/client-node';
import { fetch, type Dispatcher, type Response } from 'undici';
import { clusterUnavailable, KubeStatusError } from './kube-error.ts';

export type KubeQuery = Readonly<Record<string, string | number | boolean | undefined>>;

export interface KubeCall {
  /** Ends the call, and a stream, at once. */
  signal?: AbortSignal | undefined;
  query?: KubeQuery;
}

export interface KubeWriteCall extends KubeCall {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  contentType?: string;
}

/**
 * The Kubernetes API over HTTP. Authentication and TLS come from the kubeconfig through the official client; calls are our own
 * because its generated methods take no abort signal and open a new connection every time.
 */
export interface KubeApi {
  /** Undefined where the object does not exist; everything else that is not a success throws. */
  find<T>(path: string, call?: KubeCall): Promise<T | undefined>;
  list<T>(path: string, call?: KubeCall): Promise<readonly T[]>;
  /** The decoded answer of a write. */
  write<T>(path: string, call: KubeWriteCall): Promise<T>;
  /** Lines of a stream (watch events, log lines) until it ends or the signal aborts. */
  lines(path: string, call: KubeCall): AsyncGenerator<string, void, undefined>;
}

const requestTimeoutMs = 15_000;
/** Client certificates may be renewed on disk; connections are made anew this often. */
const dispatcherLifetimeMs = 10 * 60_000;

/** Makes the client; nothing is connected before the first call. */
export function createKubeApi(config: KubeConfig): KubeApi {
  const connect = authenticator(config);
  const call = async (method: string, path: string, options: KubeCall & Partial<KubeWriteCall>): Promise<Response> => {
    try {
      const { url, headers, dispatcher } = await connect(path, options.query);
      return await fetch(url, {
        method,
        headers: { ...headers, accept: 'application/json', 'content-type': options.contentType ?? 'application/json' },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
        ...(dispatcher === undefined ? {} : { dispatcher }),
      });
    } catch (error) {
      options.signal?.throwIfAborted();
      throw clusterUnavailable(error);
    }
  };
  const json = async <T>(method: string, path: string, options: KubeCall & Partial<KubeWriteCall>): Promise<T> => {
    const timeout = AbortSignal.timeout(requestTimeoutMs);
    const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
    const response = await call(method, path, { ...options, signal }).catch((error: unknown) => {
      options.signal?.throwIfAborted();
      throw clusterUnavailable(error);
    });
    return decode<T>(response);
  };
  return {
    find: (path, options = {}) => json<never>('GET', path, options).catch(undefinedIfAbsent),
    list: async <T>(path: string, options: KubeCall = {}) =>
      (await json<{ items: readonly T[] }>('GET', path, options)).items,
    write: (path, options) => json(options.method, path, options),
    lines: async function* lines(path, options) {
      const response = await call('GET', path, options);
      if (!response.ok || response.body === null) await decode(response);
      else yield* linesOf(response.body, options.signal);
    },
  };
}

type Connect = (
  path: string,
  query: KubeQuery | undefined,
) => Promise<{ url: string; headers: Record<string, string>; dispatcher: Dispatcher | undefined }>;

function authenticator(config: KubeConfig): Connect {
  let dispatcher: Dispatcher | undefined;
  let expiresAt = 0;
  return async (path, query) => {
    const cluster = config.getCurrentCluster();
    if (cluster === null) throw new TypeError('the kubeconfig has no current cluster');
    const url = new URL(cluster.server + path);
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const context = new RequestContext(url.toString(), HttpMethod.GET);
    await config.applySecurityAuthentication(context);
    if (Date.now() >= expiresAt) {
      dispatcher = context.getDispatcher();
      expiresAt = Date.now() + dispatcherLifetimeMs;
    }
    return { url: url.toString(), headers: context.getHeaders(), dispatcher };
  };
}

async function decode<T>(response: Response): Promise<T> {
  const text = await response.text().catch((error: unknown) => {
    throw clusterUnavailable(error);
  });
  if (!response.ok) throw KubeStatusError.from(response.status, text);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API's own schema is the caller's type
  return JSON.parse(text) as T;
}

function undefinedIfAbsent(error: unknown): undefined {
  if (error instanceof KubeStatusError && error.status === 404) return undefined;
  throw error;
}

async function* linesOf(
  body: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of body) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    if (signal?.aborted) return;
    throw clusterUnavailable(error);
  }
}
