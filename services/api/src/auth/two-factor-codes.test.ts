import { describe, expect, it } from 'vitest';
import { newRecoveryCodes, newTotpSecret, stepOfCode, totpUri } from './two-factor-codes.ts';

/** RFC 6238, appendix B: the SHA-1 secret "12345678901234567890". */
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [2_000_000_000, '279037'],
  ])('are those of RFC 6238 at %i seconds', (seconds, code) => {
    expect(stepOfCode(rfcSecret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  it('are accepted one step around, named by their own step', () => {
    expect(stepOfCode(rfcSecret, '287082', new Date(89_000))).toBe(1);
    expect(stepOfCode(rfcSecret, '287082', new Date(120_000))).toBeUndefined();
  });

  it('come from a secret of 160 bits, in an address for a QR code', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(totpUri(rfcSecret, 'ada@example.com')).toMatch(/^otpauth:\/\/totp\/Shopwright:ada%40example.com\?/);
  });
});

describe('recovery codes', () => {
  it('are ten different ones in a form that is easy to type', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-7]{5}-[a-z2-7]{5}$/);
  });
});
