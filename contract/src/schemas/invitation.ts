import { z } from 'zod';
import { invitationIdPattern, type InvitationId } from '../account-ids.ts';
import { chosenPasswordSchema, emailSchema } from './account.ts';
import { timestampSchema } from './common.ts';
import { organizationRoleSchema } from './organization.ts';
import { linkSecretSchema } from './sign-in.ts';
import { displayNameSchema } from './store-requests.ts';

export const invitationIdSchema = z
  .templateLiteral(['inv-', z.string()])
  .refine(
    (id) => invitationIdPattern.test(id),
    'must be an invitation id such as inv-abcdefgh23456723',
  ) satisfies z.ZodType<InvitationId>;

export const invitationSchema = z
  .object({
    id: invitationIdSchema,
    email: z.string(),
    role: organizationRoleSchema,
    invitedBy: z.string().describe('Name of the account.'),
    createdAt: timestampSchema,
    expiresAt: timestampSchema,
    isExpired: z.boolean(),
  })
  .meta({ id: 'Invitation' });

export type InvitationView = z.infer<typeof invitationSchema>;

export const invitationListSchema = z.object({ items: z.array(invitationSchema) }).meta({ id: 'InvitationList' });

export const invitationParamsSchema = z.strictObject({ id: invitationIdSchema });

export const inviteBodySchema = z
  .strictObject({ email: emailSchema, role: organizationRoleSchema })
  .meta({ id: 'Invite' });

export const readInvitationBodySchema = z.strictObject({ secret: linkSecretSchema }).meta({ id: 'ReadInvitation' });

/** An invitation as the person who got it sees it. */
export const receivedInvitationSchema = z
  .object({
    organizationName: z.string(),
    email: z.string(),
    role: organizationRoleSchema,
    invitedBy: z.string(),
    expiresAt: timestampSchema,
    accountExists: z
      .boolean()
      .describe('true: sign in with this address, then accept. false: accepting makes the account.'),
  })
  .meta({ id: 'ReceivedInvitation' });

export type ReceivedInvitation = z.infer<typeof receivedInvitationSchema>;

export const acceptInvitationBodySchema = z
  .strictObject({
    secret: linkSecretSchema,
    newAccount: z
      .strictObject({ name: displayNameSchema, password: chosenPasswordSchema })
      .optional()
      .describe('Where nobody is signed in and no account has the address.'),
  })
  .meta({ id: 'AcceptInvitation' });

export type AcceptInvitationBody = z.infer<typeof acceptInvitationBodySchema>;
