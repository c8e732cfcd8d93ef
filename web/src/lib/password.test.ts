import { adminPasswordSchema } from '@shopwright/contract/schemas/store-requests';
import { describe, expect, it } from 'vitest';
import { generatePassword, passwordStrength } from './password.ts';

describe('generatePassword', () => {
  it('always makes another strong one that the API takes', () => {
    const passwords = Array.from({ length: 200 }, generatePassword);
    expect(new Set(passwords).size).toBe(200);
    for (const password of passwords) {
      expect(adminPasswordSchema.safeParse(password).success).toBe(true);
      expect(passwordStrength(password).score).toBe(3);
    }
  });
});

describe('passwordStrength', () => {
  it.each([
    ['short', 0],
    ['aaaaaaaaaaaaaaaa', 1],
    ['abcdefghijkl', 1],
    ['correct horse battery', 3],
    ['x'.repeat(73), 0],
  ])('rates %s as %i', (password, score) => {
    expect(passwordStrength(password).score).toBe(score);
  });
});
