import { AppError } from '@shopwright/contract/errors';

/** The API server answered, but not with success. */
export class KubeStatusError extends Error {
  readonly status: number;
  /** Machine-readable word of the API, e.g. `AlreadyExists`. */
  readonly reason: string;
  /** Kind and name that the answer is about, as far as it says so. */
  readonly object: string;

  constructor(status: number, reason: string, message: string, object: string) {
    super(message);
    this.name = 'KubeStatusError';
    this.status = status;
    this.reason = reason;
    this.object = object;
  }

  /** Reads a `Status` object; any other body is kept as text. */
  static from(status: number, body: string): KubeStatusError {
    const parsed = parseStatus(body);
    const details = parsed.details ?? {};
    const object = [details.kind, details.name].filter(Boolean).join(' ') || 'the request';
    return new KubeStatusError(status, parsed.reason ?? 'Unknown', parsed.message ?? body.slice(0, 500), object);
  }
}

interface StatusBody {
  reason?: string;
  message?: string;
  details?: { kind?: string; name?: string };
}

function parseStatus(body: string): StatusBody {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member is optional
    return JSON.parse(body) as StatusBody;
  } catch {
    return {};
  }
}

/** No answer at all: the network, TLS, or a time-out. */
export function clusterUnavailable(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = inner instanceof Error ? inner.message || inner.name : String(inner);
  return new AppError('CLUSTER_UNAVAILABLE', { cause: error, params: { reason } });
}

export function isKubeStatus(error: unknown, status: number): boolean {
  return error instanceof KubeStatusError && error.status === status;
}
