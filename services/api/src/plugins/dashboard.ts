import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { placeholderPage } from '../http/placeholder-page.ts';

export interface DashboardOptions {
  /** Directory with the built dashboard; looked at on every request, it may be built later. */
  directory: string;
  temporalUiUrl: string | null;
}

/** Serves the dashboard: hashed assets are cached for good, every page of it is the same document. */
export const dashboard = fastifyPlugin<DashboardOptions>(
  async (app, { directory, temporalUiUrl }) => {
    await app.register(fastifyStatic, {
      root: directory,
      serve: false,
      cacheControl: false,
      acceptRanges: false,
      dotfiles: 'ignore',
      // The build writes them smaller than compressing on request could.
      preCompressed: true,
      index: false,
    });
    app.get('/*', { config: { permission: 'public' }, schema: { hide: true } }, (request, reply) => {
      const path = wildcardOf(request);
      if (path === 'api' || path.startsWith('api/')) return reply.callNotFound();
      if (isFile(path)) return reply.headers(cachingOf(path)).sendFile(path);
      return sendPage(reply, { directory, temporalUiUrl });
    });
  },
  { name: 'dashboard', dependencies: ['security-headers'] },
);

function sendPage(reply: FastifyReply, { directory, temporalUiUrl }: DashboardOptions): FastifyReply {
  reply.header('cache-control', 'no-cache');
  if (existsSync(join(directory, 'index.html'))) return reply.sendFile('index.html');
  return reply.type('text/html; charset=utf-8').send(placeholderPage({ temporalUiUrl }));
}

function wildcardOf(request: FastifyRequest): string {
  const { params } = request;
  return typeof params === 'object' && params !== null && '*' in params ? String(params['*']) : '';
}

/** Pages have no extension in their address, files have. */
function isFile(path: string): boolean {
  return /\.[a-z0-9]+$/i.test(path);
}

function cachingOf(path: string): Record<string, string> {
  return path.startsWith('assets/')
    ? { 'cache-control': 'public, max-age=31536000, immutable' }
    : { 'cache-control': 'no-cache' };
}
