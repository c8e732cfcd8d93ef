import { z } from 'zod';
import { chosenPasswordSchema, emailSchema, typedPasswordSchema } from './account.ts';
import { displayNameSchema } from './store-requests.ts';

/** The random part of a link that was sent by mail. In bodies only: addresses end up in logs. */
export const linkSecretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be the secret of a link');

/** What the sign-in page needs before anybody is signed in. */
export const signInOptionsSchema = z
  .object({
    signUp: z.enum(['invitation', 'open']),
    passwordMinLength: z.int(),
    providers: z.array(z.object({ id: z.string(), name: z.string() })).describe('OpenID Connect.'),
  })
  .meta({ id: 'SignInOptions' });

export type SignInOptions = z.infer<typeof signInOptionsSchema>;

export const signInBodySchema = z
  .strictObject({ email: emailSchema, password: typedPasswordSchema })
  .meta({ id: 'SignIn' });

export type SignInBody = z.infer<typeof signInBodySchema>;

/** Where `twoFactorRequired` is true nobody is signed in yet: go on with POST /api/auth/two-factor. */
export const signInResultSchema = z.object({ twoFactorRequired: z.boolean() }).meta({ id: 'SignInResult' });

export type SignInResult = z.infer<typeof signInResultSchema>;

export const totpCodeSchema = z.string().regex(/^\d{6}$/, 'must be 6 digits');

export const recoveryCodeSchema = z
  .string()
  .regex(/^[a-z2-7]{5}-[a-z2-7]{5}$/, 'must be a recovery code such as abcde-fgh23')
  .meta({ example: 'abcde-fgh23' });

/** One of the two; a recovery code works once. */
export const signInTwoFactorBodySchema = z
  .union([z.strictObject({ code: totpCodeSchema }), z.strictObject({ recoveryCode: recoveryCodeSchema })])
  .meta({ id: 'SignInTwoFactor' });

export type SignInTwoFactorBody = z.infer<typeof signInTwoFactorBodySchema>;

export const emailBodySchema = z.strictObject({ email: emailSchema }).meta({ id: 'EmailBody' });

export const completeSignUpBodySchema = z
  .strictObject({ secret: linkSecretSchema, name: displayNameSchema, password: chosenPasswordSchema })
  .meta({ id: 'CompleteSignUp' });

export type CompleteSignUpBody = z.infer<typeof completeSignUpBodySchema>;

export const completePasswordResetBodySchema = z
  .strictObject({ secret: linkSecretSchema, password: chosenPasswordSchema })
  .meta({ id: 'CompletePasswordReset' });

export const providerParamsSchema = z.strictObject({ provider: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/) });

export const startProviderBodySchema = z
  .strictObject({
    returnTo: z
      .string()
      .max(500)
      .regex(/^\/(?![/\\])[\x21-\x7e]*$/, 'must be a path of the dashboard')
      .optional()
      .describe('Where in the dashboard to go afterwards.'),
  })
  .meta({ id: 'StartProvider' });

export const providerStartSchema = z
  .object({ url: z.string().describe('Where the browser goes now.') })
  .meta({ id: 'ProviderStart' });

/** As the provider sends it. Unknown parameters are the provider's own business. */
export const providerCallbackQuerySchema = z.looseObject({
  code: z.string().max(4096).optional(),
  state: z.string().max(512).optional(),
  iss: z.string().max(512).optional(),
  error: z.string().max(200).optional(),
});
