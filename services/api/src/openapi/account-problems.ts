import type { ErrorCode } from '@shopwright/contract/errors';

const signingIn: readonly ErrorCode[] = ['INVALID_CREDENTIALS', 'SIGN_IN_DELAYED'];
const proof: readonly ErrorCode[] = ['PASSWORD_WRONG', 'RECENT_SIGN_IN_REQUIRED', 'SIGN_IN_DELAYED'];
const choosing: readonly ErrorCode[] = ['PASSWORD_TOO_WEAK'];
const inOrganization: readonly ErrorCode[] = ['NO_ORGANIZATION', 'ORGANIZATION_NOT_FOUND'];
const ofMember: readonly ErrorCode[] = ['MEMBER_NOT_FOUND', 'ROLE_NOT_ALLOWED', 'LAST_OWNER', 'NO_ORGANIZATION'];

/** Which codes of their own the routes of accounts, organizations and tokens answer with. */
export const accountProblems: Readonly<Record<string, readonly ErrorCode[]>> = {
  switchOrganization: ['ORGANIZATION_NOT_FOUND'],
  signIn: signingIn,
  signInTwoFactor: ['TWO_FACTOR_REQUIRED', 'TWO_FACTOR_INVALID', 'SIGN_IN_DELAYED'],
  requestSignUp: ['SIGN_UP_CLOSED'],
  completeSignUp: ['SIGN_UP_CLOSED', 'LINK_INVALID', ...choosing],
  completePasswordReset: ['LINK_INVALID', ...choosing],
  startProvider: ['PROVIDER_NOT_FOUND', 'PROVIDER_FAILED'],
  changePassword: [...proof, ...choosing],
  revokeSession: ['SESSION_NOT_FOUND'],
  enrolTwoFactor: [...proof, 'TWO_FACTOR_ALREADY_ON'],
  confirmTwoFactor: ['TWO_FACTOR_INVALID', 'TWO_FACTOR_OFF', 'TWO_FACTOR_ALREADY_ON', 'SIGN_IN_DELAYED'],
  renewRecoveryCodes: [...proof, 'TWO_FACTOR_OFF'],
  disableTwoFactor: [...proof, 'TWO_FACTOR_OFF'],
  createOrganization: ['ORGANIZATION_LIMIT_REACHED'],
  getOrganization: inOrganization,
  renameOrganization: inOrganization,
  leaveOrganization: ['NO_ORGANIZATION', 'MEMBER_NOT_FOUND', 'LAST_OWNER'],
  listMembers: ['NO_ORGANIZATION'],
  changeRole: ofMember,
  removeMember: ofMember,
  listInvitations: ['NO_ORGANIZATION'],
  invite: ['NO_ORGANIZATION', 'ROLE_NOT_ALLOWED', 'ALREADY_MEMBER'],
  revokeInvitation: ['NO_ORGANIZATION', 'INVITATION_NOT_FOUND'],
  readInvitation: ['INVITATION_INVALID'],
  acceptInvitation: [
    'INVITATION_INVALID',
    'INVITATION_NEEDS_SIGN_IN',
    'INVITATION_FOR_ANOTHER',
    'ALREADY_MEMBER',
    ...choosing,
  ],
  listTokens: ['NO_ORGANIZATION'],
  createToken: ['NO_ORGANIZATION', 'ROLE_NOT_ALLOWED', 'STORE_NOT_FOUND'],
  revokeToken: ['NO_ORGANIZATION', 'TOKEN_NOT_FOUND'],
  disableAccount: ['ACCOUNT_NOT_FOUND', 'LAST_OPERATOR'],
  enableAccount: ['ACCOUNT_NOT_FOUND'],
};
