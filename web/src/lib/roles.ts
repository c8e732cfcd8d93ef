import { type OrganizationRole, organizationRoles } from '@shopwright/contract/permissions';
import { roleNames } from './role-names.ts';

/** The roles that somebody with a role may give; the contract has them from the least to the most. */
export function rolesUpTo(role: OrganizationRole | null): readonly { value: OrganizationRole; label: string }[] {
  const most = role === null ? organizationRoles.length - 1 : organizationRoles.indexOf(role);
  return organizationRoles.slice(0, most + 1).map((value) => ({ value, label: roleNames[value] }));
}
