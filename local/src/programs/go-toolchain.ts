import { execa } from 'execa';
import { StackError } from '../core/stack-error.ts';

/** The oldest Go that the modules under `local/go` accept. */
export const oldestGo = '1.26.0';

const howToInstall = `install Go ${oldestGo} or newer from https://go.dev/dl/ and put its bin directory into PATH`;

/** True when dotted version `version` is `oldest` or newer. */
export function isAtLeast(version: string, oldest: string): boolean {
  return version.localeCompare(oldest, 'en', { numeric: true }) >= 0;
}

/**
 * Version of the Go that builds the programs, for example `1.26.8`.
 * @throws StackError when there is no Go or one that is too old
 */
export async function requireGo(): Promise<string> {
  const result = await execa('go', ['env', 'GOVERSION'], { reject: false, cwd: '/', env: { GOTOOLCHAIN: 'local' } });
  if (result.failed)
    throw new StackError('Go is not installed: the stack builds Kubernetes and Temporal from source.', {
      fix: howToInstall,
    });
  const version = /go(\d+(?:\.\d+)*)/.exec(result.stdout)?.[1] ?? '0';
  if (!isAtLeast(version, oldestGo)) throw new StackError(`Go ${version} is too old.`, { fix: howToInstall });
  return version;
}
