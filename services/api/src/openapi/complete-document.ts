import { routes, type RouteDefinition } from '@shopwright/contract/routes';
import type { OpenApiDocument, OpenApiOperation, OpenApiResponse } from './document.ts';
import { headerParameters, successHeaders } from './headers.ts';
import { problemResponses } from './problem-responses.ts';
import { keepUsedSchemas, withoutSharedReferences } from './used-schemas.ts';

const definitions: Readonly<Record<string, RouteDefinition>> = routes;

/** Adds what the schemas of requests and answers do not say: problems, headers, security, event streams, optional bodies. */
export function completeDocument(document: OpenApiDocument): OpenApiDocument {
  const paths = Object.fromEntries(
    Object.entries(document.paths ?? {}).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [method, completeOperation(operation)]),
      ),
    ]),
  );
  const securitySchemes = {
    token: { type: 'http', scheme: 'bearer', description: 'An API token.' },
    session: { type: 'apiKey', in: 'cookie', name: 'shopwright-session', description: 'A signed-in browser.' },
  };
  const complete = { ...document, paths, components: { ...document.components, securitySchemes } };
  return keepUsedSchemas(withoutSharedReferences({ ...complete, security: [{ token: [] }, { session: [] }] }));
}

function completeOperation(operation: OpenApiOperation): OpenApiOperation {
  const operationId = operation.operationId ?? '';
  const definition = definitions[operationId];
  if (definition === undefined) return operation;
  const parameters = [...(operation.parameters ?? []), ...headerParameters(operationId, definition)];
  return {
    ...operation,
    tags: [definition.path.split('/')[2] ?? 'platform'],
    ...(parameters.length > 0 && { parameters }),
    ...(operation.requestBody && { requestBody: requestBody(operation.requestBody, definition) }),
    ...(definition.permission === 'public' && { security: [] }),
    ...(definition.permission === 'account' && { security: [{ session: [] }] }),
    responses: {
      [definition.success.status]: success(operation, operationId, definition),
      ...problemResponses(operationId, definition),
    },
  };
}

function requestBody(
  body: NonNullable<OpenApiOperation['requestBody']>,
  definition: RouteDefinition,
): NonNullable<OpenApiOperation['requestBody']> {
  const isOptional = definition.body === undefined || definition.body.safeParse({}).success;
  return { ...body, required: !isOptional };
}

function success(operation: OpenApiOperation, operationId: string, definition: RouteDefinition): OpenApiResponse {
  const headers = successHeaders(operationId, definition);
  const content =
    'stream' in definition.success
      ? { 'text/event-stream': { schema: { type: 'string' } } }
      : operation.responses?.[definition.success.status]?.content;
  return {
    description: successDescriptions[definition.success.status],
    ...(headers && { headers }),
    ...(content && { content }),
  };
}

const successDescriptions: Readonly<Record<RouteDefinition['success']['status'], string>> = {
  200: 'Success.',
  201: 'Created.',
  202: 'Accepted; the operation tells how it goes.',
  204: 'Done; there is no body.',
  303: 'Leads on to the dashboard.',
};
