import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configFields, parseConfig } from './index.ts';

const schema = z.object({
  DATABASE_URL: configFields.databaseUrl,
  API_PORT: configFields.port(8080),
  FLAG: configFields.flag(false),
  SEALING_KEY: configFields.encryptionKey,
});
const key = '00'.repeat(32);
const directory = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('configuration', () => {
  it('reads text, numbers, flags and keys, and fills defaults', () => {
    const config = parseConfig(schema, {
      DATABASE_URL: 'postgres://u@h/d',
      FLAG: 'true',
      SEALING_KEY: key,
      API_PORT: '',
    });
    expect(config).toEqual({
      DATABASE_URL: 'postgres://u@h/d',
      API_PORT: 8080,
      FLAG: true,
      SEALING_KEY: Buffer.alloc(32),
    });
  });

  it('reads X from the file that X_FILE names', () => {
    const file = join(directory, 'key');
    writeFileSync(file, `${key}\n`);
    const config = parseConfig(schema, { DATABASE_URL: 'postgres://u@h/d', SEALING_KEY_FILE: file });
    expect(config.SEALING_KEY).toHaveLength(32);
  });

  it('reports every problem by name and no value', () => {
    const environment = { API_PORT: 'eighty', FLAG: 'no', SEALING_KEY: 'hidden', SEALING_KEY_FILE: '/none' };
    expect(() => parseConfig(schema, environment)).toThrow(
      expect.objectContaining({
        message: expect.not.stringMatching(/hidden|eighty/),
        problems: [
          'SEALING_KEY: set both as SEALING_KEY and as SEALING_KEY_FILE',
          'SEALING_KEY_FILE: the file cannot be read (ENOENT)',
          'DATABASE_URL: is not set',
          expect.stringMatching(/^API_PORT: /),
          'FLAG: must be true or false',
          'SEALING_KEY: is not set',
        ],
      }),
    );
  });
});
