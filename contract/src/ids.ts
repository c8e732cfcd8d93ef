/** Store ids are also namespace and Helm release names: `st-` and 10 lower-case base32 characters (50 random bits). */
export type StoreId = `st-${string}`;
/** `op-` and 16 lower-case base32 characters (80 random bits). */
export type OperationId = `op-${string}`;
/** `org-` and 16 lower-case base32 characters, or `org-default`. */
export type OrganizationId = `org-${string}`;

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

export const storeIdPattern = /^st-[a-z2-7]{10}$/;
export const operationIdPattern = /^op-[a-z2-7]{16}$/;
export const organizationIdPattern = /^org-(?:default|[a-z2-7]{16})$/;

/** The one that every installation begins with. */
export const defaultOrganizationId: OrganizationId = 'org-default';

export function newStoreId(): StoreId {
  return `st-${randomBase32(10)}`;
}

export function newOperationId(): OperationId {
  return `op-${randomBase32(16)}`;
}

export function newOrganizationId(): OrganizationId {
  return `org-${randomBase32(16)}`;
}

export function isStoreId(value: string): value is StoreId {
  return storeIdPattern.test(value);
}

export function isOperationId(value: string): value is OperationId {
  return operationIdPattern.test(value);
}

export function isOrganizationId(value: string): value is OrganizationId {
  return organizationIdPattern.test(value);
}

/** Random lower-case base32 text; 32 divides 256, so every character is equally likely. */
export function randomBase32(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet[byte % 32]).join('');
}
