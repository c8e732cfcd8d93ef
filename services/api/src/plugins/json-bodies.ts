import { AppError } from '@shopwright/contract/errors';
import fastifyPlugin from 'fastify-plugin';
import { parseJsonBody } from '../http/json-body.ts';

/** A store needs less than 2 KiB; the rest is room for what clients add. */
export const bodyLimitBytes = 64 * 1024;

/** Bodies are JSON in UTF-8 and nothing else. */
export const jsonBodies = fastifyPlugin(
  (app, _options, done) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, parsed) => {
      try {
        requireUtf8(request.headers['content-type']);
        parsed(null, parseJsonBody(typeof body === 'string' ? Buffer.from(body) : body));
      } catch (error) {
        parsed(error instanceof Error ? error : new AppError('MALFORMED_BODY', { cause: error }));
      }
    });
    done();
  },
  { name: 'json-bodies' },
);

function requireUtf8(contentType: string | undefined): void {
  const charset = /;\s*charset\s*=\s*"?(?<name>[^";\s]+)/i.exec(contentType ?? '')?.groups?.['name'];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new AppError('UNSUPPORTED_MEDIA_TYPE');
}
