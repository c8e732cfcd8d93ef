import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 URL-safe characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What every API token begins with, so that leaked ones are found and recognized. */
const tokenPrefix = 'sw_';
const recognizableLength = 10;

export function newTokenSecret(): string {
  return `${tokenPrefix}${newSecret()}`;
}

/** The part of a token's secret that is kept readable. */
export function recognizablePart(secret: string): string {
  return secret.slice(0, recognizableLength);
}

/** SHA-256 in hexadecimal; only for secrets that are random, passwords need a slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
