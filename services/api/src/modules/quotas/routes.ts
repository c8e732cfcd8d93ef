import type { OrganizationQuotaView } from '@shopwright/contract/schemas/quota';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { entityTag } from '../../http/preconditions.ts';
import { registerRoute } from '../../http/register-route.ts';
import { sourceOf } from '../../http/source.ts';
import { expectedVersion, requireIdentity } from '../request-context.ts';
import type { QuotaService } from './service.ts';

export function quotaRoutes(app: FastifyInstance, { quotas }: { quotas: QuotaService }): void {
  registerRoute(app, 'getQuota', async ({ params, reply }) => answer(reply, await quotas.get(params.id)));

  registerRoute(app, 'setQuota', async ({ params, body, request, reply }) => {
    const { actor } = requireIdentity(request);
    const change = { actor, source: sourceOf(request), ...expectedVersion(request) };
    return answer(reply, await quotas.set({ ...change, organizationId: params.id, quota: body }));
  });
}

function answer(reply: FastifyReply, quota: OrganizationQuotaView): OrganizationQuotaView {
  reply.header('etag', entityTag(quota.version));
  return quota;
}
