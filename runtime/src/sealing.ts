import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { AppError } from '@shopwright/contract/errors';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

export interface SealedValue {
  /** Names the key without telling it. */
  keyId: string;
  nonce: Buffer;
  /** With the authentication tag at the end. */
  ciphertext: Buffer;
}

/** First 8 hexadecimal digits of the key's SHA-256. */
export function sealingKeyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

/** Encrypts a text so that it opens only with the same 32-byte key and for the same owner, e.g. a store id. */
export function seal(key: Buffer, owner: string, text: string): SealedValue {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(owner));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { keyId: sealingKeyId(key), nonce, ciphertext };
}

/** Decrypts what `seal` made. Throws SECRET_NOT_SEALED for another key, another owner or changed bytes. */
export function unseal(key: Buffer, owner: string, sealed: SealedValue): string {
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(sealed.ciphertext.subarray(-tagBytes));
    const text = [decipher.update(sealed.ciphertext.subarray(0, -tagBytes)), decipher.final()];
    return Buffer.concat(text).toString('utf8');
  } catch (error) {
    throw new AppError('SECRET_NOT_SEALED', { cause: error });
  }
}
