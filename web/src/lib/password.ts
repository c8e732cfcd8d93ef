import { passwordMaxLength, passwordMinLength } from '@shopwright/contract/schemas/store-requests';

const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_.';
const generatedLength = 20;

/** 20 characters without look-alikes, about 117 random bits. */
export function generatePassword(): string {
  const characters: string[] = [];
  // Bytes beyond the last full alphabet would make its first characters likelier.
  const usable = 256 - (256 % alphabet.length);
  while (characters.length < generatedLength) {
    for (const byte of crypto.getRandomValues(new Uint8Array(generatedLength))) {
      if (byte < usable && characters.length < generatedLength) characters.push(alphabet[byte % alphabet.length] ?? '');
    }
  }
  return characters.join('');
}

export interface PasswordStrength {
  /** 0 = refused, 1 = weak, 2 = fair, 3 = strong. */
  score: 0 | 1 | 2 | 3;
  label: string;
}

/** A rough measure that is honest about what it is: length, kinds of characters, and repetition. */
export function passwordStrength(password: string, maxLength = passwordMaxLength): PasswordStrength {
  if (password.length < passwordMinLength) {
    return { score: 0, label: `${passwordMinLength - password.length} more characters needed` };
  }
  if (password.length > maxLength) return { score: 0, label: `At most ${maxLength} characters` };
  const distinct = new Set(password).size;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length;
  const bits = Math.min(password.length, distinct * 1.5) * Math.log2(8 + kinds * 14);
  if (bits < 60) return { score: 1, label: 'Weak: longer and more varied is better' };
  return bits < 85 ? { score: 2, label: 'Fair' } : { score: 3, label: 'Strong' };
}
