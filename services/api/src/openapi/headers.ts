import type { RouteDefinition } from '@shopwright/contract/routes';
import type { OpenApiParameter, OpenApiResponse } from './document.ts';

const idempotencyKey: OpenApiParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Makes a repeat of the request within 24 hours answer with what the first one made.',
  schema: { type: 'string', pattern: String.raw`^[\x21\x23-\x7e]{1,255}$` },
};

const ifMatch: OpenApiParameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag of the store that was seen; another version is refused with PRECONDITION_FAILED.',
  schema: { type: 'string', pattern: String.raw`^(\*|"[0-9]{1,9}")$` },
};

const lastEventId: OpenApiParameter = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'Goes on after this event.',
  schema: { type: 'string', pattern: String.raw`^\d{1,15}$` },
};

const text = { type: 'string' };

/** Header parameters of a route, beside what its schemas say. */
export function headerParameters(operationId: string, definition: RouteDefinition): OpenApiParameter[] {
  const parameters: OpenApiParameter[] = [];
  if (definition.success.status === 202 || operationId === 'revealCredentials') parameters.push(idempotencyKey);
  if (operationId === 'deleteStore' || operationId === 'retryStore') parameters.push(ifMatch);
  if (operationId === 'streamEvents') parameters.push(lastEventId);
  return parameters;
}

/** Headers of a successful answer. */
export function successHeaders(operationId: string, definition: RouteDefinition): OpenApiResponse['headers'] {
  const etag = { ETag: { description: 'The version of the store, for If-Match.', schema: text } };
  if (operationId === 'getStore') return etag;
  if (definition.success.status !== 202) return undefined;
  return {
    Location: { description: 'Address of the operation.', schema: text },
    'Retry-After': { description: 'Seconds after which asking for the operation is worth it.', schema: text },
    ...(operationId !== 'cancelOperation' && etag),
  };
}
