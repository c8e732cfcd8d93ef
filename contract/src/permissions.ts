import { keysOf } from './keys.ts';

/** What a route asks of its caller. `public` asks nothing, `account` asks for somebody who is signed in as a person. */
export const permissions = [
  'public',
  'account',
  'stores:read',
  'stores:create',
  'stores:change',
  'stores:delete',
  'credentials:reveal',
  'audit:read',
  'organization:read',
  'members:read',
  'members:manage',
  'organization:manage',
  'tokens:manage',
  'platform:read',
  'platform:manage',
] as const;

export type Permission = (typeof permissions)[number];

/** What a member of an organization is there. */
export type OrganizationRole = 'viewer' | 'member' | 'admin' | 'owner';

/**
 * What a token may do at most; a token of a single store is one of these with a store. `platform` is for the automation of
 * operators: whatever its operator may do, but for what only a person does. Only operators create such a token.
 */
export type TokenScope = 'read' | 'write' | 'platform';

const readPermissions = ['stores:read', 'organization:read'] as const;
const memberPermissions = [
  ...readPermissions,
  'stores:create',
  'stores:change',
  'stores:delete',
  'credentials:reveal',
  'members:read',
  'audit:read',
] as const;
const adminPermissions = [...memberPermissions, 'members:manage', 'tokens:manage'] as const;

const permissionsOfRole: Readonly<Record<OrganizationRole, ReadonlySet<Permission>>> = {
  viewer: new Set([...readPermissions, 'members:read']),
  member: new Set(memberPermissions),
  admin: new Set(adminPermissions),
  owner: new Set([...adminPermissions, 'organization:manage']),
};

const permissionsOfScope: Readonly<Record<TokenScope, ReadonlySet<Permission>>> = {
  read: new Set([...readPermissions, 'members:read', 'audit:read']),
  write: new Set(memberPermissions),
  // A token that leaked must not outlive its revocation in tokens that it made.
  platform: new Set(permissions.filter((permission) => permission !== 'account' && permission !== 'tokens:manage')),
};

/** From the least to the most; a role includes every role before it. */
export const organizationRoles = keysOf(permissionsOfRole);

export const tokenScopes = keysOf(permissionsOfScope);

/** Whether a role in an organization holds a permission there; never one over the platform. */
export function roleMay(role: OrganizationRole, permission: Permission): boolean {
  return permission === 'public' || permission === 'account' || permissionsOfRole[role].has(permission);
}

/** Whether a token's scope holds a permission; the person behind it must hold it too. A token is never a person. */
export function scopeMay(scope: TokenScope, permission: Permission): boolean {
  return permission === 'public' || permissionsOfScope[scope].has(permission);
}
