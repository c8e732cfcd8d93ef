import { createHmac } from 'node:crypto';
import type { IdempotencyKey } from '@shopwright/database';
import { InvalidRequest } from './invalid-request.ts';

const keyPattern = /^(?:"(?<quoted>[\x20\x21\x23-\x5b\x5d-\x7e]{1,255})"|(?<plain>[\x21\x23-\x7e]{1,255}))$/;

export interface IdempotentRequest {
  header: string | string[] | undefined;
  /** Who asks, and in which organization: two people may use the same key. */
  scope: string;
  method: string;
  path: string;
  /** After validation, so that spelling and order of the fields do not matter. */
  body: unknown;
}

/**
 * The Idempotency-Key of a request, undefined where it sends none. A plain or a quoted text of 1 to 255 printable ASCII
 * characters. Throws VALIDATION_FAILED.
 *
 * The request is remembered as a keyed hash: a body may hold a password, which a plain hash would let a reader of the
 * database guess.
 */
export function idempotencyKeyOf(request: IdempotentRequest, secret: Buffer): IdempotencyKey | undefined {
  if (request.header === undefined) return undefined;
  const groups = typeof request.header === 'string' ? keyPattern.exec(request.header)?.groups : undefined;
  const key = groups?.['quoted'] ?? groups?.['plain'];
  if (key === undefined) {
    const message = 'must be 1 to 255 printable ASCII characters';
    throw new InvalidRequest('VALIDATION_FAILED', [{ pointer: 'Idempotency-Key', message }]);
  }
  const requestHash = createHmac('sha256', secret)
    .update(JSON.stringify([request.method, request.path, request.body ?? null]))
    .digest('hex');
  return { scope: request.scope, key, requestHash };
}
