import { randomBase32 } from './ids.ts';

/** Ids of accounts and what belongs to them: a prefix and 16 lower-case base32 characters (80 random bits). */
export type AccountId = `acc-${string}`;
export type InvitationId = `inv-${string}`;
export type TokenId = `tok-${string}`;
export type SessionId = `ses-${string}`;

export const accountIdPattern = /^acc-[a-z2-7]{16}$/;
export const invitationIdPattern = /^inv-[a-z2-7]{16}$/;
export const tokenIdPattern = /^tok-[a-z2-7]{16}$/;
export const sessionIdPattern = /^ses-[a-z2-7]{16}$/;

export const newAccountId = (): AccountId => `acc-${randomBase32(16)}`;
export const newInvitationId = (): InvitationId => `inv-${randomBase32(16)}`;
export const newTokenId = (): TokenId => `tok-${randomBase32(16)}`;
export const newSessionId = (): SessionId => `ses-${randomBase32(16)}`;
