import { AppError } from '@shopwright/contract/errors';
import { duplicatedKeys } from './duplicated-keys.ts';
import { InvalidRequest } from './invalid-request.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a JSON body; undefined where it is empty. Throws MALFORMED_BODY for what is no UTF-8, no JSON, or says one thing twice.
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  const text = decode(bytes);
  const value = parse(text);
  const twice = duplicatedKeys(text);
  if (twice.length > 0) {
    const fields = twice.slice(0, 20).map((pointer) => ({ pointer, message: 'occurs more than once' }));
    throw new InvalidRequest('MALFORMED_BODY', fields);
  }
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    throw new AppError('MALFORMED_BODY', { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('MALFORMED_BODY', { cause: error });
  }
}
