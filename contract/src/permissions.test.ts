import { describe, expect, it } from 'vitest';
import { organizationRoles, permissions, roleMay, scopeMay, type Permission } from './permissions.ts';

const changes: readonly Permission[] = ['stores:create', 'stores:change', 'stores:delete', 'credentials:reveal'];

describe('roles', () => {
  it('include every role before them', () => {
    const all: readonly Permission[] = ['stores:read', 'members:read', ...changes, 'members:manage', 'tokens:manage'];
    for (const permission of all) {
      const answers = organizationRoles.map((role) => roleMay(role, permission));
      expect(answers, permission).toStrictEqual(answers.toSorted((left, right) => Number(left) - Number(right)));
    }
  });

  it('never reach the platform', () => {
    for (const role of organizationRoles) {
      expect(roleMay(role, 'platform:read')).toBe(false);
      expect(roleMay(role, 'platform:manage')).toBe(false);
    }
  });

  it('let a viewer look and nothing more', () => {
    expect(roleMay('viewer', 'stores:read')).toBe(true);
    expect(changes.some((permission) => roleMay('viewer', permission))).toBe(false);
  });
});

describe('scopes', () => {
  it('let a read token change nothing', () => {
    expect(changes.some((permission) => scopeMay('read', permission))).toBe(false);
  });

  it('never stand for a person or an administrator', () => {
    const forbidden: readonly Permission[] = ['account', 'members:manage', 'tokens:manage', 'platform:manage'];
    for (const permission of forbidden) expect(scopeMay('write', permission)).toBe(false);
  });

  it('never stand for a person or make tokens, not even on the platform', () => {
    const refused = permissions.filter((permission) => !scopeMay('platform', permission));
    expect(refused).toEqual(['account', 'tokens:manage']);
  });
});
