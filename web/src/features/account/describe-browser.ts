const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg\w*\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /\b(?:Headless)?Chrom(?:e|ium)\//],
  ['Safari', /\bSafari\//],
];

const systems: readonly (readonly [string, RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/** A browser in words that its owner recognizes; what it says of itself is never used for a decision. */
export function describeBrowser(userAgent: string): { name: string; isPhone: boolean } {
  const nameOf = (known: typeof browsers): string | undefined =>
    known.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const parts = [nameOf(browsers), nameOf(systems)].filter((part) => part !== undefined);
  const name = parts.length === 0 ? userAgent.split(/[/ ]/, 1)[0] || 'Unknown browser' : parts.join(' on ');
  return { name, isPhone: /\b(?:Mobile|Android|iPhone)\b/.test(userAgent) };
}
