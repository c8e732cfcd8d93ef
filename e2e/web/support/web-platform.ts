import { execa } from 'execa';
import { fileURLToPath } from 'node:url';
import { startPlatform, type TestPlatform } from '../../provision/support/platform.ts';

/** A platform of its own with the sample engine, and what a browser needs to use its dashboard. */
export interface WebPlatform extends TestPlatform {
  /** How many stores are made side by side; others wait in line. */
  storesAtOnce: number;
}

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds the dashboard as it is now, so that no old one is tested. People may sign up by themselves. */
export async function startWebPlatform({ storesAtOnce = 6 } = {}): Promise<WebPlatform> {
  // The test runner's own NODE_ENV would bring React's development build.
  const env = { NODE_ENV: 'production' };
  await execa('npm', ['run', 'build', '--workspace', '@shopwright/web'], { cwd: repository, env });
  const settings = { SIGN_UP: 'open' };
  const platform = await startPlatform({ concurrency: storesAtOnce, teardownPatienceMs: 60_000, settings });
  return { ...platform, storesAtOnce };
}
