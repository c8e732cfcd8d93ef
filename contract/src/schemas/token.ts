import { z } from 'zod';
import { tokenIdPattern, type TokenId } from '../account-ids.ts';
import { tokenScopes } from '../permissions.ts';
import { accountIdSchema } from './account.ts';
import { storeIdSchema, timestampSchema } from './common.ts';
import { displayNameSchema } from './store-requests.ts';

export const tokenIdSchema = z
  .templateLiteral(['tok-', z.string()])
  .refine(
    (id) => tokenIdPattern.test(id),
    'must be a token id such as tok-abcdefgh23456723',
  ) satisfies z.ZodType<TokenId>;

export const tokenSchema = z
  .object({
    id: tokenIdSchema,
    name: z.string(),
    prefix: z.string().describe('The first characters of the secret, to recognize it by.'),
    scope: z.enum(tokenScopes),
    storeId: storeIdSchema.nullable().describe('The only store that it reaches.'),
    account: z.object({ id: accountIdSchema, name: z.string() }).describe('In whose name it acts.'),
    createdAt: timestampSchema,
    expiresAt: timestampSchema.nullable(),
    lastUsedAt: timestampSchema.nullable().describe('To the minute.'),
    isExpired: z.boolean(),
  })
  .meta({ id: 'Token' });

export type TokenView = z.infer<typeof tokenSchema>;

export const tokenListSchema = z.object({ items: z.array(tokenSchema) }).meta({ id: 'TokenList' });

export const tokenLongestDays = 365;

export const createTokenBodySchema = z
  .strictObject({
    name: displayNameSchema,
    scope: z.enum(tokenScopes).describe('It never reaches farther than the current role of its account.'),
    storeId: storeIdSchema.optional(),
    expiresInDays: z.int().min(1).max(tokenLongestDays).default(90),
  })
  .meta({ id: 'CreateToken' });

export type CreateTokenBody = z.infer<typeof createTokenBodySchema>;

export const createdTokenSchema = z
  .object({ token: tokenSchema, secret: z.string().describe('Shown once; send it as "Authorization: Bearer".') })
  .meta({ id: 'CreatedToken' });

export type CreatedToken = z.infer<typeof createdTokenSchema>;

export const tokenParamsSchema = z.strictObject({ id: tokenIdSchema });
