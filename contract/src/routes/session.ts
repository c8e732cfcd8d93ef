import { switchOrganizationBodySchema } from '../schemas/organization.ts';
import { sessionSchema } from '../schemas/session.ts';
import { emptyQuery, type RouteDefinition } from './definition.ts';

/** Who is signed in, and in which organization. */
export const sessionRoutes = {
  getSession: {
    method: 'GET',
    path: '/api/session',
    summary: 'Who makes this request and what may be done by it',
    permission: 'public',
    query: emptyQuery,
    success: { status: 200, body: sessionSchema },
  },
  switchOrganization: {
    method: 'PUT',
    path: '/api/session/organization',
    summary: 'Act in another organization from now on',
    permission: 'account',
    query: emptyQuery,
    body: switchOrganizationBodySchema,
    success: { status: 200, body: sessionSchema },
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
