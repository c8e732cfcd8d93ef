import { execa } from 'execa';
import { fileURLToPath } from 'node:url';
import { startPlatform, type TestPlatform } from '../../provision/support/platform.ts';

/** A platform of its own with the sample engine, and what a browser needs to use its dashboard. */
export type WebPlatform = TestPlatform;

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds the dashboard as it is now, so that no old one is tested. */
export async function startWebPlatform(): Promise<WebPlatform> {
  // The test runner's own NODE_ENV would bring React's development build.
  const env = { NODE_ENV: 'production' };
  await execa('npm', ['run', 'build', '--workspace', '@shopwright/web'], { cwd: repository, env });
  return startPlatform({ concurrency: 6 });
}
