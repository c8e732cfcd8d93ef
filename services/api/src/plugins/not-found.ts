import { AppError } from '@shopwright/contract/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { pathOf } from '../http/path.ts';
import { matchesTemplate } from '../http/path-template.ts';
import { sendProblem } from './problems.ts';

/** What has no route: 405 with Allow where another method has one, 404 otherwise. Counted like every request. */
export const notFound = fastifyPlugin(
  (app, _options, done) => {
    const methodsByTemplate = new Map<string, Set<string>>();
    const limit = app.rateLimit();
    app.addHook('onRoute', (route) => {
      if (route.url.includes('*')) return;
      const methods = methodsByTemplate.get(route.url) ?? new Set();
      for (const method of [route.method].flat()) methods.add(method);
      methodsByTemplate.set(route.url, methods);
    });
    const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const path = pathOf(request.url);
      const template = [...methodsByTemplate.keys()].find((candidate) => matchesTemplate(candidate, path));
      const methods = template === undefined ? undefined : methodsByTemplate.get(template);
      // One that has the method was not taken for another reason, such as a parameter that is too long.
      if (methods === undefined || methods.has(request.method))
        return sendProblem(new AppError('NOT_FOUND'), request, reply);
      reply.header('allow', [...methods].toSorted().join(', '));
      return sendProblem(new AppError('METHOD_NOT_ALLOWED'), request, reply);
    };
    // Before the body is looked at: whatever is wrong with it, there is no route for it.
    app.addHook('preParsing', async (request, reply) => {
      if (!request.is404) return;
      await limit.call(app, request, reply);
      await answer(request, reply);
    });
    app.setNotFoundHandler(answer);
    done();
  },
  { name: 'not-found', dependencies: ['problems', 'rate-limits'] },
);
