import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { newVisitor, operatorSession, type StoredSession } from './sign-in.ts';
import type { WebPlatform } from './web-platform.ts';

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

/** A real Chromium that asks no other host for anything. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-sync', ...quiet] });
}

export interface VisitOptions {
  /** What is opened; nothing with `null`. */
  path?: string | null;
  /** Whose session; the operator's where it is left out, nobody's with `null`. */
  session?: StoredSession | null;
  isPhone?: boolean;
  colorScheme?: 'light' | 'dark';
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the browser complained about: errors, and what the page's policy refused. */
  complaints: string[];
}

/** A new visitor with storage of their own. */
export async function visit(browser: Browser, platform: WebPlatform, options: VisitOptions = {}): Promise<Visit> {
  const { path = '/', isPhone = false, colorScheme = 'light' } = options;
  const session = options.session === undefined ? await operatorSession(platform) : options.session;
  const context = await newVisitor(browser, platform, {
    ...(session && { storageState: session }),
    colorScheme,
    viewport: isPhone ? { width: 360, height: 780 } : { width: 1360, height: 900 },
    isMobile: isPhone,
    deviceScaleFactor: isPhone ? 1.5 : 1,
    hasTouch: isPhone,
  });
  const page = await openTab(context);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Refused requests are told by the page; the browser logs them as errors of its own.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  if (path !== null) await page.goto(path);
  return { page, context, complaints };
}

export async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}
