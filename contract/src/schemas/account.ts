import { z } from 'zod';
import { accountIdPattern, sessionIdPattern, type AccountId, type SessionId } from '../account-ids.ts';
import { cursorSchema, pageLimitSchema, pageOf, timestampSchema } from './common.ts';
import { displayNameSchema, passwordMinLength } from './store-requests.ts';
import { emailAddressSchema } from './email.ts';

export const accountIdSchema = z
  .templateLiteral(['acc-', z.string()])
  .refine(
    (id) => accountIdPattern.test(id),
    'must be an account id such as acc-abcdefgh23456723',
  ) satisfies z.ZodType<AccountId>;

export const sessionIdSchema = z
  .templateLiteral(['ses-', z.string()])
  .refine(
    (id) => sessionIdPattern.test(id),
    'must be a session id such as ses-abcdefgh23456723',
  ) satisfies z.ZodType<SessionId>;

/** Addresses are compared in lower case. */
export const emailSchema = emailAddressSchema
  .transform((email) => email.toLowerCase())
  .meta({ example: 'ada@example.com' });

/** What is typed where a password is asked for; any length that a hash can be made of. */
export const typedPasswordSchema = z.string().min(1, 'must not be empty').max(200, 'must have at most 200 characters');

/** A password that is being chosen. Passwords that are easy to guess are refused with PASSWORD_TOO_WEAK. */
export const chosenPasswordSchema = z
  .string()
  .min(passwordMinLength, `must have at least ${passwordMinLength} characters`)
  .max(200, 'must have at most 200 characters');

export const accountSchema = z
  .object({
    id: accountIdSchema,
    email: z.string(),
    name: z.string(),
    twoFactorEnabled: z.boolean(),
    hasPassword: z.boolean().describe('false: signs in through a provider only.'),
    isOperator: z.boolean(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Account' });

export type AccountView = z.infer<typeof accountSchema>;

export const changeAccountBodySchema = z.strictObject({ name: displayNameSchema }).meta({ id: 'ChangeAccount' });

export const changePasswordBodySchema = z
  .strictObject({
    currentPassword: typedPasswordSchema.optional().describe('Left out only by an account that has no password yet.'),
    newPassword: chosenPasswordSchema,
  })
  .meta({ id: 'ChangePassword' });

export const accountSessionSchema = z
  .object({
    id: sessionIdSchema,
    isCurrent: z.boolean(),
    address: z.string(),
    userAgent: z.string(),
    createdAt: timestampSchema,
    lastSeenAt: timestampSchema,
    expiresAt: timestampSchema.describe('At the latest; earlier where it is not used.'),
  })
  .meta({ id: 'AccountSession' });

export type AccountSessionView = z.infer<typeof accountSessionSchema>;

export const accountSessionListSchema = z
  .object({ items: z.array(accountSessionSchema) })
  .meta({ id: 'AccountSessionList' });

export const accountSessionParamsSchema = z.strictObject({ id: sessionIdSchema });

/** An account as operators see it. */
export const operatedAccountSchema = accountSchema
  .extend({
    disabledAt: timestampSchema.nullable(),
    lastSignInAt: timestampSchema.nullable(),
    organizations: z.int().describe('In how many organizations it is a member.'),
  })
  .meta({ id: 'OperatedAccount' });

export type OperatedAccountView = z.infer<typeof operatedAccountSchema>;

export const operatedAccountPageSchema = pageOf(operatedAccountSchema).meta({ id: 'OperatedAccountPage' });

export const listAccountsQuerySchema = z.strictObject({
  search: z.string().max(100).optional().describe('Part of the name or the address.'),
  cursor: cursorSchema.optional(),
  limit: pageLimitSchema,
});

export type ListAccountsQuery = z.infer<typeof listAccountsQuerySchema>;

export const accountParamsSchema = z.strictObject({ id: accountIdSchema });
