import { hiddenTextProblem } from './hidden-text.ts';

export const displayNameMaxLength = 60;

/**
 * Why a display name is refused, or undefined. Free Unicode text in any script; refused is what hides or reorders text
 * (control and format characters, bidirectional overrides, line separators) and what has no letter or digit at all.
 */
export function displayNameProblem(name: string): string | undefined {
  const trimmed = name.trim();
  if (trimmed.length === 0) return 'must not be empty';
  if (Array.from(trimmed).length > displayNameMaxLength) return `must have at most ${displayNameMaxLength} characters`;
  const hidden = hiddenTextProblem(trimmed);
  if (hidden !== undefined) return hidden;
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return 'must contain a letter or a digit';
  if (/\p{M}{5}/u.test(trimmed)) return 'must not pile up combining marks';
  return undefined;
}

/** The form that is stored: composed, trimmed, single spaces. */
export function normalizeDisplayName(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .replaceAll(/\p{Zs}+/gu, ' ');
}
