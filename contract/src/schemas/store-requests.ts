import { z } from 'zod';
import { displayNameMaxLength, displayNameProblem, normalizeDisplayName } from '../display-names.ts';
import { visibleTextPattern } from '../hidden-text.ts';
import { planIds } from '../plans.ts';
import { storePhases } from '../phases.ts';
import { isReservedSlug, isSlug, slugMaxLength, slugMinLength, slugPattern } from '../slugs.ts';
import { cursorSchema, listOf, organizationIdSchema, pageLimitSchema, storeIdSchema } from './common.ts';
import { emailAddressSchema } from './email.ts';

/** Shortest password that a person may choose. */
export const passwordMinLength = 12;
/** Engines hash with bcrypt, which ignores what follows byte 72. */
export const passwordMaxLength = 72;

export const displayNameSchema = z
  .string()
  .max(1000, 'is too long')
  .superRefine((name, context) => {
    const problem = displayNameProblem(name);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  })
  .transform(normalizeDisplayName)
  .describe('Any text in any script, 1 to 60 characters.')
  .meta({ example: 'Tea & Co', minLength: 1, maxLength: displayNameMaxLength, pattern: visibleTextPattern });

export const slugSchema = z
  .string()
  .max(1000, 'is too long')
  .superRefine((slug, context) => {
    if (!isSlug(slug)) {
      const message = `must be ${slugMinLength} to ${slugMaxLength} lower-case letters, digits and single dashes, starting with a letter`;
      context.addIssue({ code: 'custom', message });
    } else if (isReservedSlug(slug)) {
      context.addIssue({ code: 'custom', message: 'is reserved for the platform' });
    }
  })
  .describe('First part of the address; derived from the name where it is left out.')
  .meta({ example: 'tea', minLength: slugMinLength, maxLength: slugMaxLength, pattern: slugPattern.source });

export const adminUsernameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9._-]{2,31}$/, 'must be 3 to 32 of a-z, 0-9, dot, dash and underscore, starting with a letter');

export const adminPasswordSchema = z
  .string()
  .min(passwordMinLength, `must have at least ${passwordMinLength} characters`)
  .max(passwordMaxLength, `must have at most ${passwordMaxLength} characters`)
  .regex(/^[\x20-\x7e]*$/, 'must be printable ASCII');

export const engineIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be an engine id from /api/engines');

export const createStoreBodySchema = z
  .strictObject({
    name: displayNameSchema,
    slug: slugSchema.optional(),
    engine: engineIdSchema.optional().describe('Left out: the preferred engine that is available.'),
    plan: z.enum(planIds).optional(),
    adminUsername: adminUsernameSchema.optional().describe('Left out: "owner".'),
    adminEmail: emailAddressSchema.optional().describe("Left out: an address at the store's own host."),
    adminPassword: adminPasswordSchema.optional().describe('Left out: generated; read it once from /credentials.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD')
      .optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code such as US')
      .optional(),
  })
  .meta({ id: 'CreateStore' });

export type CreateStoreBody = z.infer<typeof createStoreBodySchema>;

export const retryStoreBodySchema = z
  .strictObject({
    adminPassword: adminPasswordSchema.optional().describe('Left out: a new one is generated.'),
  })
  .meta({ id: 'RetryStore' });

export type RetryStoreBody = z.infer<typeof retryStoreBodySchema>;

export const reasonBodySchema = z
  .strictObject({
    reason: z.string().max(500).optional().describe('Kept in the audit.').meta({ pattern: visibleTextPattern }),
  })
  .meta({ id: 'Reason' });

export const storeParamsSchema = z.strictObject({ id: storeIdSchema });

export const listStoresQuerySchema = z.strictObject({
  phase: listOf(storePhases).optional(),
  engine: engineIdSchema.optional(),
  organization: organizationIdSchema.optional().describe('For operators, who see every organization.'),
  search: z.string().max(100).optional().describe('Part of the name or the slug.'),
  cursor: cursorSchema.optional(),
  limit: pageLimitSchema,
});

export type ListStoresQuery = z.infer<typeof listStoresQuerySchema>;
