import { ConfigError } from '@shopwright/runtime';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const token = 'a-token-that-is-long-enough-0123456789';
const environment = {
  DATABASE_URL: 'postgres://shopwright@127.0.0.1/shopwright',
  FIRST_OPERATOR: JSON.stringify({ email: 'admin@example.com', password: 'x', token }),
  SEALING_KEY: 'ab'.repeat(32),
};

function problemsOf(change: Record<string, string>): readonly string[] {
  try {
    readConfig({ ...environment, ...change });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('configuration of the API', () => {
  it('needs the database, the token and the sealing key, and has defaults for the rest', () => {
    const config = readConfig(environment);
    expect(config).toMatchObject({ API_PORT: 8080, TRUSTED_PROXY_HOPS: 0, STORES_DOMAIN: 'localhost' });
    expect(config.FIRST_OPERATOR).toEqual({ email: 'admin@example.com', password: 'x', token });
    expect(config).toMatchObject({ SIGN_UP: 'invitation', MAIL_TO_LOG: false, PUBLIC_URL: 'http://localhost:8080' });
  });

  it('names every problem and no value', () => {
    const problems = problemsOf({ FIRST_OPERATOR: '{"token":"short-secret"}', SEALING_KEY: 'xyz', API_PORT: '70000' });
    expect(
      problems
        .map((problem) => problem.split(':')[0])
        .toSorted((left, right) => String(left).localeCompare(String(right))),
    ).toEqual(['API_PORT', 'FIRST_OPERATOR', 'FIRST_OPERATOR', 'SEALING_KEY']);
    expect(problems.join('\n')).not.toMatch(/short-secret|xyz|70000/);
  });

  it('refuses a token file that is not JSON', () => {
    expect(problemsOf({ FIRST_OPERATOR: 'token' })).toEqual(['FIRST_OPERATOR: must be JSON']);
  });
});
