import { z } from 'zod';
import { typedPasswordSchema } from './account.ts';
import { recoveryCodeSchema, totpCodeSchema } from './sign-in.ts';

/** Proves that the person at the keyboard is the account: left out only where it has no password and signed in just now. */
export const passwordProofBodySchema = z
  .strictObject({ password: typedPasswordSchema.optional() })
  .meta({ id: 'PasswordProof' });

export const twoFactorEnrolmentSchema = z
  .object({
    secret: z.string().describe('Base32, for typing into an authenticator app.'),
    uri: z.string().describe('otpauth:// address, for a QR code.'),
  })
  .meta({ id: 'TwoFactorEnrolment' });

export type TwoFactorEnrolment = z.infer<typeof twoFactorEnrolmentSchema>;

export const confirmTwoFactorBodySchema = z.strictObject({ code: totpCodeSchema }).meta({ id: 'ConfirmTwoFactor' });

export const recoveryCodesSchema = z
  .object({ recoveryCodes: z.array(recoveryCodeSchema).describe('Shown once.') })
  .meta({ id: 'RecoveryCodes' });

export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;
