import { randomBase32 } from '@shopwright/contract/ids';
import { Secret, TOTP } from 'otpauth';

const stepSeconds = 30;
/** Clocks of telephones are off by less than one step. */
const tolerance = 1;
const recoveryCodeCount = 10;

/** A new shared secret in base32: 160 bits, as RFC 4226 recommends. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from a QR code. */
export function totpUri(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/** The time step of a code, by which it is accepted only once; undefined where the code is not right now. */
export function stepOfCode(secret: string, code: string, now: Date = new Date()): number | undefined {
  const timestamp = now.getTime();
  const delta = totp(secret, '').validate({ token: code, timestamp, window: tolerance });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / stepSeconds) + delta;
}

/** New codes of 50 random bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => `${randomBase32(5)}-${randomBase32(5)}`);
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Shopwright', label, secret: Secret.fromBase32(secret), period: stepSeconds, digits: 6 });
}
