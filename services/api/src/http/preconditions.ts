import { AppError } from '@shopwright/contract/errors';
import { InvalidRequest } from './invalid-request.ts';

/** The entity tag of a row version. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version that If-Match names; undefined where the header is absent or `*`. Throws PRECONDITION_FAILED for a tag that no
 * version ever has, VALIDATION_FAILED for what is no single entity tag.
 */
export function versionOfIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^(?<weak>W\/)?"(?<tag>[\x21\x23-\x7e]{0,64})"$/.exec(header.trim())?.groups;
  if (match === undefined) {
    throw new InvalidRequest('VALIDATION_FAILED', [{ pointer: 'If-Match', message: 'must be one entity tag or *' }]);
  }
  if (match['weak'] !== undefined || !/^[1-9]\d{0,8}$/.test(match['tag'] ?? ''))
    throw new AppError('PRECONDITION_FAILED');
  return Number(match['tag']);
}
