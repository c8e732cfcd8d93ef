import {
  confirmTwoFactorBodySchema,
  passwordProofBodySchema,
  recoveryCodesSchema,
  twoFactorEnrolmentSchema,
} from '../schemas/two-factor.ts';
import { emptyQuery, type RouteDefinition } from './definition.ts';

/** The second factor of the account that is signed in. */
export const twoFactorRoutes = {
  enrolTwoFactor: {
    method: 'POST',
    path: '/api/account/two-factor',
    summary: 'Begin to set up the second factor; asked for only once it is confirmed',
    permission: 'account',
    query: emptyQuery,
    body: passwordProofBodySchema,
    success: { status: 200, body: twoFactorEnrolmentSchema },
  },
  confirmTwoFactor: {
    method: 'POST',
    path: '/api/account/two-factor/confirm',
    summary: 'Turn the second factor on with a first code; ends every other session',
    permission: 'account',
    query: emptyQuery,
    body: confirmTwoFactorBodySchema,
    success: { status: 200, body: recoveryCodesSchema },
  },
  renewRecoveryCodes: {
    method: 'POST',
    path: '/api/account/two-factor/recovery-codes',
    summary: 'Make new recovery codes; the old ones stop working',
    permission: 'account',
    query: emptyQuery,
    body: passwordProofBodySchema,
    success: { status: 200, body: recoveryCodesSchema },
  },
  disableTwoFactor: {
    method: 'POST',
    path: '/api/account/two-factor/disable',
    summary: 'Turn the second factor off',
    permission: 'account',
    query: emptyQuery,
    body: passwordProofBodySchema,
    success: { status: 204 },
  },
} as const satisfies Readonly<Record<string, RouteDefinition>>;
