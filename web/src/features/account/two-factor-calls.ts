import { twoFactorRoutes } from '@shopwright/contract/routes/two-factor';
import type { RecoveryCodes, TwoFactorEnrolment } from '@shopwright/contract/schemas/two-factor';
import { callApi } from '../../lib/api-client.ts';

interface Proof {
  password?: string | undefined;
}

export function enrolTwoFactor(proof: Proof): Promise<TwoFactorEnrolment> {
  return callApi(twoFactorRoutes.enrolTwoFactor, { body: proof });
}

export function confirmTwoFactor(body: { code: string }): Promise<RecoveryCodes> {
  return callApi(twoFactorRoutes.confirmTwoFactor, { body });
}

export function renewRecoveryCodes(proof: Proof): Promise<RecoveryCodes> {
  return callApi(twoFactorRoutes.renewRecoveryCodes, { body: proof });
}

export function disableTwoFactor(proof: Proof): Promise<undefined> {
  return callApi(twoFactorRoutes.disableTwoFactor, { body: proof });
}
