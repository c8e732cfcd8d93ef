import { z } from 'zod';
import { permissions } from '../permissions.ts';
import { accountSchema } from './account.ts';
import { organizationIdSchema, timestampSchema } from './common.ts';
import { organizationRoleSchema } from './organization.ts';

const sessionOrganizationSchema = z.object({
  id: organizationIdSchema,
  name: z.string(),
  slug: z.string(),
  role: organizationRoleSchema.nullable(),
});

/** Who makes the request and what may be done by it. Without a session or token: `account` is null and nothing is permitted. */
export const sessionSchema = z
  .object({
    account: accountSchema.nullable(),
    via: z.enum(['session', 'token']).nullable(),
    awaitsTwoFactor: z.boolean().describe('The password was right, the second factor is still to come.'),
    organization: sessionOrganizationSchema.nullable().describe('The one in which the request acts.'),
    role: organizationRoleSchema.nullable().describe('In that organization.'),
    organizations: z.array(sessionOrganizationSchema).describe('Those of which the account is a member.'),
    isOperator: z.boolean(),
    permissions: z.array(z.enum(permissions)).describe('In that organization; what the dashboard may offer.'),
    expiresAt: timestampSchema.nullable().describe('At the latest; earlier where the session is not used.'),
    serverNow: timestampSchema,
  })
  .meta({ id: 'Session' });

export type SessionView = z.infer<typeof sessionSchema>;
