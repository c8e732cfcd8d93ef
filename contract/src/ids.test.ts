import { describe, expect, it } from 'vitest';
import {
  defaultOrganizationId,
  isOperationId,
  isOrganizationId,
  isStoreId,
  newOperationId,
  newOrganizationId,
  newStoreId,
} from './ids.ts';

describe('ids', () => {
  it('makes ids of the promised form, all different', () => {
    const ids = Array.from({ length: 1000 }, newStoreId);
    expect(new Set(ids).size).toBe(1000);
    expect(ids.every((id) => isStoreId(id))).toBe(true);
    expect(isOperationId(newOperationId())).toBe(true);
    expect(isOrganizationId(newOrganizationId()) && isOrganizationId(defaultOrganizationId)).toBe(true);
    expect(isOrganizationId('org-defaults')).toBe(false);
  });

  it.each(['st-', 'st-ABCDEFGH23', 'st-abcdefgh2', 'st-abcdefgh23x', 'st-abcdefgh1a', 'platform', 'st-abcdefgh23\n'])(
    'refuses %j',
    (id) => {
      expect(isStoreId(id)).toBe(false);
    },
  );
});
