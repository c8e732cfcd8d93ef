import {
  acceptInvitationBodySchema,
  invitationListSchema,
  invitationParamsSchema,
  invitationSchema,
  inviteBodySchema,
  readInvitationBodySchema,
  receivedInvitationSchema,
} from '../schemas/invitation.ts';
import { sessionSchema } from '../schemas/session.ts';
import { emptyQuery, type RouteDefinition } from './definition.ts';

/** Invitations into the organization, and the two routes that work with the secret of one. */
export const invitationsRoutes = {
  listInvitations: {
    method: 'GET',
    path: '/api/organization/invitations',
    summary: 'List the invitations that nobody has accepted yet',
    permission: 'members:manage',
    query: emptyQuery,
    success: { status: 200, body: invitationListSchema },
  },
  invite: {
    method: 'POST',
    path: '/api/organization/invitations',
    summary: 'Invite somebody by mail, never above your own role',
    permission: 'members:manage',
    query: emptyQuery,
    body: inviteBodySchema,
    success: { status: 201, body: invitationSchema },
  },
  revokeInvitation: {
    method: 'DELETE',
    path: '/api/organization/invitations/:id',
    summary: 'Take an invitation back',
    permission: 'members:manage',
    params: invitationParamsSchema,
    query: emptyQuery,
    success: { status: 204 },
  },
  readInvitation: {
    method: 'POST',
    path: '/api/invitations/read',
    summary: 'Read an invitation by the secret of its link',
    permission: 'public',
    query: emptyQuery,
    body: readInvitationBodySchema,
    success: { status: 200, body: receivedInvitationSchema },
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/invitations/accept',
    summary: 'Accept an invitation, signed in or with a new account; acts in its organization afterwards',
    permission: 'public',
    query: emptyQuery,
    body: acceptInvitationBodySchema,
    success: { status: 200, body: sessionSchema },
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
