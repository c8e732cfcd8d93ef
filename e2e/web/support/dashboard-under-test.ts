import type { Browser } from 'playwright-core';
import type { WebPlatform } from './web-platform.ts';

/** What the suites share; functions because it exists only once the tests run. */
export interface DashboardUnderTest {
  platform: () => WebPlatform;
  browser: () => Browser;
}
