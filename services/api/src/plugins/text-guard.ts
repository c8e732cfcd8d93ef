import fastifyPlugin from 'fastify-plugin';
import { InvalidRequest } from '../http/invalid-request.ts';
import { textProblems } from '../http/text-problems.ts';

/**
 * Refuses hidden, control and reordering characters and prototype keys in every body and parameter, before any schema looks at
 * it: no field that is added later can forget it.
 */
export const textGuard = fastifyPlugin(
  (app, _options, done) => {
    app.addHook('preValidation', (request, _reply, next) => {
      const ofParameters = [...textProblems(request.params), ...textProblems(request.query)];
      const fields = [
        ...ofParameters.map((field) => ({ ...field, pointer: field.pointer.split('/')[1] ?? '' })),
        ...textProblems(request.body),
      ];
      next(fields.length > 0 ? new InvalidRequest('VALIDATION_FAILED', fields) : undefined);
    });
    done();
  },
  { name: 'text-guard' },
);
