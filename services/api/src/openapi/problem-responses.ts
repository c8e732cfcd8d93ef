import { errorCodes, errorRegistry, type ErrorCode } from '@shopwright/contract/errors';
import type { RouteDefinition } from '@shopwright/contract/routes';
import { accountProblems } from './account-problems.ts';
import type { OpenApiResponse } from './document.ts';

const always: readonly ErrorCode[] = [
  'VALIDATION_FAILED',
  'MALFORMED_REQUEST',
  'REQUEST_TIMEOUT',
  'RATE_LIMITED',
  'HEADERS_TOO_LARGE',
  'INTERNAL',
  'DATABASE_UNAVAILABLE',
  'SERVER_BUSY',
  'SHUTTING_DOWN',
];
const whereSignedIn: readonly ErrorCode[] = ['UNAUTHENTICATED', 'FORBIDDEN'];
const whereChanging: readonly ErrorCode[] = [
  'MALFORMED_BODY',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'CROSS_SITE_REQUEST',
];
const whereAccepting: readonly ErrorCode[] = ['IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_IN_PROGRESS'];
const ofExistingStore: readonly ErrorCode[] = ['STORE_NOT_FOUND', 'ACTION_NOT_ALLOWED', 'PRECONDITION_FAILED'];

const ofRoute: Readonly<Record<string, readonly ErrorCode[]>> = {
  createStore: [
    'STORE_NAME_TAKEN',
    'STORE_LIMIT_REACHED',
    'STORES_QUOTA_REACHED',
    'CPU_QUOTA_REACHED',
    'MEMORY_QUOTA_REACHED',
    'STORAGE_QUOTA_REACHED',
    'CREATES_QUOTA_REACHED',
    'ENGINE_UNKNOWN',
    'ENGINE_UNAVAILABLE',
  ],
  getStore: ['STORE_NOT_FOUND'],
  getStorePods: ['STORE_NOT_FOUND', 'CLUSTER_UNAVAILABLE', 'CLUSTER_REFUSED'],
  deleteStore: ofExistingStore,
  retryStore: ofExistingStore,
  revealCredentials: ['STORE_NOT_FOUND', 'CREDENTIALS_UNAVAILABLE', 'CLUSTER_UNAVAILABLE', 'CLUSTER_REFUSED'],
  getOperation: ['OPERATION_NOT_FOUND'],
  cancelOperation: ['OPERATION_NOT_FOUND', 'ACTION_NOT_ALLOWED'],
  streamEvents: ['NOT_ACCEPTABLE'],
  ...accountProblems,
};

/** The problem responses that a route can answer with, by status; every code that leads to a status is named. */
export function problemResponses(operationId: string, definition: RouteDefinition): Record<string, OpenApiResponse> {
  const codes = new Set<ErrorCode>([
    ...always,
    ...(definition.permission === 'public' ? [] : whereSignedIn),
    ...(definition.method === 'GET' ? [] : whereChanging),
    ...(definition.success.status === 202 ? whereAccepting : []),
    ...(ofRoute[operationId] ?? []),
  ]);
  const byStatus = Map.groupBy(
    errorCodes.filter((code) => codes.has(code)),
    (code) => errorRegistry[code].status,
  );
  return Object.fromEntries([...byStatus].map(([status, ofStatus]) => [String(status), problemResponse(ofStatus)]));
}

function problemResponse(codes: readonly ErrorCode[]): OpenApiResponse {
  return {
    description: codes.map((code) => `${code}: ${errorRegistry[code].title}`).join('; '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
