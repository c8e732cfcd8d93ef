import { readConfig, type ApiConfig } from '../config.ts';

export const testToken = 'test-token-0123456789-0123456789';

/** The configuration of tests: defaults, limits that tests do not meet, and what they change. */
export function testConfig(change: Readonly<Record<string, string>> = {}): ApiConfig {
  return readConfig({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    FIRST_OPERATOR: JSON.stringify({ email: 'operator@example.com', token: testToken }),
    SEALING_KEY: 'ab'.repeat(32),
    STORES_PUBLIC_PORT: '8081',
    TEMPORAL_UI_URL: 'http://localhost:8233',
    RATE_LIMIT_READS_PER_MINUTE: '100000',
    RATE_LIMIT_WRITES_PER_MINUTE: '100000',
    RATE_LIMIT_ANONYMOUS_PER_MINUTE: '100000',
    ...change,
  });
}

export const authorization = { authorization: `Bearer ${testToken}` };
