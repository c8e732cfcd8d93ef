import { z } from 'zod';
import { organizationRoles } from '../permissions.ts';
import { accountIdSchema } from './account.ts';
import { cursorSchema, organizationIdSchema, pageLimitSchema, pageOf, timestampSchema } from './common.ts';
import { displayNameSchema } from './store-requests.ts';

export const organizationRoleSchema = z.enum(organizationRoles);

export const organizationSchema = z
  .object({
    id: organizationIdSchema,
    name: z.string(),
    slug: z.string(),
    role: organizationRoleSchema.nullable().describe('Your role in it; null for an operator who is not a member.'),
    members: z.int(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Organization' });

export type OrganizationView = z.infer<typeof organizationSchema>;

export const organizationPageSchema = pageOf(organizationSchema).meta({ id: 'OrganizationPage' });

export const listOrganizationsQuerySchema = z.strictObject({
  search: z.string().max(100).optional().describe('Part of the name.'),
  cursor: cursorSchema.optional(),
  limit: pageLimitSchema,
});

export type ListOrganizationsQuery = z.infer<typeof listOrganizationsQuerySchema>;

export const organizationNameBodySchema = z.strictObject({ name: displayNameSchema }).meta({ id: 'OrganizationName' });

export const switchOrganizationBodySchema = z
  .strictObject({ organizationId: organizationIdSchema })
  .meta({ id: 'SwitchOrganization' });

export const memberSchema = z
  .object({
    accountId: accountIdSchema,
    name: z.string(),
    email: z.string(),
    role: organizationRoleSchema,
    twoFactorEnabled: z.boolean(),
    isYou: z.boolean(),
    joinedAt: timestampSchema,
  })
  .meta({ id: 'Member' });

export type MemberView = z.infer<typeof memberSchema>;

export const memberListSchema = z.object({ items: z.array(memberSchema) }).meta({ id: 'MemberList' });

export const memberParamsSchema = z.strictObject({ accountId: accountIdSchema });

export const changeRoleBodySchema = z.strictObject({ role: organizationRoleSchema }).meta({ id: 'ChangeRole' });
