export * from './accounts.ts';
export * from './attempts.ts';
export * from './invitations.ts';
export * from './members.ts';
export * from './one-time-secrets.ts';
export * from './organizations.ts';
export * from './provider-identities.ts';
export * from './prune.ts';
export * from './sessions.ts';
export * from './tokens.ts';
export * from './two-factors.ts';
export type {
  AccountRow,
  InvitationRow,
  OneTimePurpose,
  OneTimeSecretRow,
  SessionRow,
  TokenRow,
  TwoFactorRow,
} from '../schema/accounts/index.ts';
export type { OrganizationRow } from '../schema/organizations.ts';
