import { reservedSlugs } from './reserved-slugs.ts';

export const slugMinLength = 3;
export const slugMaxLength = 40;

/** One DNS label that starts with a letter: never a number, a YAML keyword or punycode in disguise. */
export const slugPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Whether a text has the form of a store address; says nothing about reserved or taken ones. */
export function isSlug(value: string): boolean {
  return value.length >= slugMinLength && value.length <= slugMaxLength && slugPattern.test(value);
}

export function isReservedSlug(slug: string): boolean {
  return reservedSlugs.has(slug);
}

/**
 * An address made from any display name: marks and case removed, everything else a dash. A name without a Latin letter or
 * digit gives `my-shop`. The result always satisfies `isSlug` and is never reserved.
 */
export function deriveSlug(displayName: string): string {
  const ascii = displayName
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  const words = trimDashes(ascii);
  const candidate = cut(/^[a-z]/.test(words) ? words : `shop-${words}`);
  return isSlug(candidate) && !isReservedSlug(candidate) ? candidate : cut(`my-${candidate}`);
}

/** The same address made distinct, e.g. `tea-x7k2`; keeps within the length. */
export function withSuffix(slug: string, suffix: string): string {
  return `${trimDashes(slug.slice(0, slugMaxLength - suffix.length - 1))}-${suffix}`;
}

function cut(slug: string): string {
  return trimDashes(slug.slice(0, slugMaxLength));
}

/** There is never more than one dash in a row. */
function trimDashes(text: string): string {
  return text.replaceAll(/^-|-$/g, '');
}
