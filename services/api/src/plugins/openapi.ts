import fastifySwagger from '@fastify/swagger';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from '@fastify/type-provider-zod';
import fastifyPlugin from 'fastify-plugin';
import { completeDocument } from '../openapi/complete-document.ts';
import type { OpenApiDocument } from '../openapi/document.ts';
import { zodToJsonConfig } from '../openapi/zod-to-json.ts';

/** OpenAPI 3.1 from the schemas that validate, completed with what schemas cannot say: problems, headers, security. */
export const openApi = fastifyPlugin<{ version: string }>(
  async (app, { version }) => {
    const transformObject = createJsonSchemaTransformObject({ zodToJsonConfig });
    await app.register(fastifySwagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Shopwright API',
          version,
          description: 'Isolated online stores on Kubernetes, made and removed on request.',
        },
      },
      transform: createJsonSchemaTransform({ zodToJsonConfig }),
      transformObject: (input) => {
        // The library types every member as optional; what it makes of our routes is complete.
        const document: OpenApiDocument = JSON.parse(JSON.stringify(transformObject(input)));
        return completeDocument(document);
      },
    });
    app.get('/api/openapi.json', { config: { permission: 'stores:read' }, schema: { hide: true } }, (_request, reply) =>
      reply.type('application/json').send(app.swagger()),
    );
  },
  { name: 'openapi' },
);
