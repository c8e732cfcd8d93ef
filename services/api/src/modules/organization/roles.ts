import { organizationRoles, type OrganizationRole } from '@shopwright/contract/permissions';

/** Whether one role is at least as high as another. */
export function isAtLeast(role: OrganizationRole, other: OrganizationRole): boolean {
  return organizationRoles.indexOf(role) >= organizationRoles.indexOf(other);
}
