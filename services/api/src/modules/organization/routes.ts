import type { FastifyInstance } from 'fastify';
import { registerRoute } from '../../http/register-route.ts';
import { requireOrganizationCaller, requirePerson } from '../caller.ts';
import type { MemberService } from './member-service.ts';
import type { OrganizationService } from './organization-service.ts';

export interface OrganizationRoutesOptions {
  organizations: OrganizationService;
  members: MemberService;
}

export function organizationRoutes(app: FastifyInstance, { organizations, members }: OrganizationRoutesOptions): void {
  registerRoute(app, 'listOrganizations', ({ query, request }) => organizations.list(requirePerson(request), query));

  registerRoute(app, 'createOrganization', ({ body, request }) =>
    organizations.create(requirePerson(request), body.name),
  );

  registerRoute(app, 'getOrganization', ({ request }) => organizations.get(requireOrganizationCaller(request)));

  registerRoute(app, 'renameOrganization', ({ body, request }) =>
    organizations.rename(requireOrganizationCaller(request), body.name),
  );

  registerRoute(app, 'leaveOrganization', ({ request }) => members.leave(requireOrganizationCaller(request)));

  registerRoute(app, 'listMembers', async ({ request }) => ({
    items: await members.list(requireOrganizationCaller(request)),
  }));

  registerRoute(app, 'changeRole', ({ params, body, request }) =>
    members.changeRole(requireOrganizationCaller(request), params.accountId, body.role),
  );

  registerRoute(app, 'removeMember', ({ params, request }) =>
    members.remove(requireOrganizationCaller(request), params.accountId),
  );
}
