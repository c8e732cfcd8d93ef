import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { startWebPlatform, type WebPlatform } from './support/web-platform.ts';
import { testAccessibility } from './suites/accessibility.ts';
import { testAccounts } from './suites/accounts.ts';
import { testFailures } from './suites/failures.ts';
import { testKeyboard } from './suites/keyboard.ts';
import { testLife } from './suites/life.ts';
import { testTabs } from './suites/tabs.ts';
import { testWeight } from './suites/weight.ts';
import type { DashboardUnderTest } from './support/dashboard-under-test.ts';

/** One platform and one browser for all suites: starting them takes longer than most tests. */
describe('dashboard', { timeout: 300_000 }, () => {
  let platform: WebPlatform;
  let browser: Browser;
  beforeAll(async () => {
    [platform, browser] = await Promise.all([startWebPlatform(), openBrowser()]);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await platform.close();
  });
  const dashboard: DashboardUnderTest = {
    platform: () => platform,
    browser: () => browser,
  };

  describe('life of a store', () => testLife(dashboard));
  describe('failure and cancel', () => testFailures(dashboard));
  describe('tabs, reloads and restarts', () => testTabs(dashboard));
  describe('keyboard', () => testKeyboard(dashboard));
  describe('accounts', () => testAccounts(dashboard));
  describe('accessibility', () => testAccessibility(dashboard));
  describe('weight', () => testWeight(dashboard));
});
