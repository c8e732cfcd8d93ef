import type { VisitOptions } from './browser.ts';

/** How the dashboard is looked at. */
export const views = {
  'desktop-light': {},
  'desktop-dark': { colorScheme: 'dark' },
  'phone-light': { isPhone: true },
  'phone-dark': { colorScheme: 'dark', isPhone: true },
} as const satisfies Readonly<Record<string, VisitOptions>>;

export type View = keyof typeof views;

/** Both schemes and both sizes, with two visits. */
export const usualViews: readonly View[] = ['desktop-light', 'phone-dark'];
