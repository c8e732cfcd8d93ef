import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, sealingKeyId, unseal } from './sealing.ts';

describe('sealing', () => {
  const key = randomBytes(32);

  it('opens with the same key and owner', () => {
    const sealed = seal(key, 'st-a', 'correct horse, "battery"');
    expect(sealed.ciphertext.toString()).not.toContain('horse');
    expect(unseal(key, 'st-a', sealed)).toBe('correct horse, "battery"');
    expect(sealed.keyId).toBe(sealingKeyId(key));
  });

  it('never seals the same text to the same bytes', () => {
    expect(seal(key, 'st-a', 'x').ciphertext).not.toEqual(seal(key, 'st-a', 'x').ciphertext);
  });

  it.each([
    ['another key', randomBytes(32), 'st-a', 0],
    ['another owner', key, 'st-b', 0],
    ['changed bytes', key, 'st-a', 1],
  ])('stays closed for %s', (_case, otherKey, owner, change) => {
    const sealed = seal(key, 'st-a', 'text');
    sealed.ciphertext.writeUInt8(sealed.ciphertext.readUInt8(0) ^ change, 0);
    expect(() => unseal(otherKey, owner, sealed)).toThrow(expect.objectContaining({ code: 'SECRET_NOT_SEALED' }));
  });
});
