import type { OrganizationRole } from '@shopwright/contract/permissions';

/** What people call the roles. */
export const roleNames: Readonly<Record<OrganizationRole, string>> = {
  viewer: 'Viewer',
  member: 'Member',
  admin: 'Admin',
  owner: 'Owner',
};
