import {
  roleMay,
  scopeMay,
  type OrganizationRole,
  type Permission,
  type TokenScope,
} from '@shopwright/contract/permissions';

/** Somebody who asks, seen from the organization whose things are asked for. */
export interface Principal {
  name: string;
  /** Of the organization, or of another one. */
  isOfOrganization: boolean;
  /** What proves who it is; a revoked or expired token proves nothing. */
  by: 'nothing' | 'session' | 'token' | 'revoked token' | 'expired token';
  role?: OrganizationRole;
  scope?: TokenScope;
  isOperator?: boolean;
  /** A token of a single store. */
  isOfStore?: boolean;
}

const ofOrganization = { isOfOrganization: true } as const;

export const principals: readonly Principal[] = [
  { name: 'anonymous', isOfOrganization: false, by: 'nothing' },
  { name: 'other organization', isOfOrganization: false, by: 'session', role: 'owner' },
  { name: 'viewer', ...ofOrganization, by: 'session', role: 'viewer' },
  { name: 'member', ...ofOrganization, by: 'session', role: 'member' },
  { name: 'admin', ...ofOrganization, by: 'session', role: 'admin' },
  { name: 'owner', ...ofOrganization, by: 'session', role: 'owner' },
  { name: 'operator', ...ofOrganization, by: 'session', role: 'viewer', isOperator: true },
  { name: 'read token', ...ofOrganization, by: 'token', role: 'owner', scope: 'read' },
  { name: 'write token', ...ofOrganization, by: 'token', role: 'owner', scope: 'write' },
  { name: 'store token', ...ofOrganization, by: 'token', role: 'owner', scope: 'write', isOfStore: true },
  { name: 'revoked token', ...ofOrganization, by: 'revoked token', role: 'owner', scope: 'write' },
  { name: 'expired token', ...ofOrganization, by: 'expired token', role: 'owner', scope: 'write' },
];

const beyondOneStore: readonly Permission[] = ['stores:create', 'organization:read', 'members:read'];

/** Whether a principal is known at all. */
export function isSignedIn({ by }: Principal): boolean {
  return by === 'session' || by === 'token';
}

/** What a principal is meant to be allowed: the contract's roles and scopes, put together here and not by the API's own code. */
export function isMeantToHold(principal: Principal, permission: Permission): boolean {
  const { by, role, scope, isOperator, isOfStore } = principal;
  if (permission === 'public') return true;
  if (!isSignedIn(principal)) return false;
  if (permission === 'account') return by === 'session';
  if (isOperator === true) return true;
  if (isOfStore === true && beyondOneStore.includes(permission)) return false;
  return role !== undefined && roleMay(role, permission) && (scope === undefined || scopeMay(scope, permission));
}
