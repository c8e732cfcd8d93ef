import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';
import { redactText } from './redaction.ts';

describe('redaction', () => {
  it('hides secret fields of logged objects at any depth that we log', () => {
    const lines = new PassThrough();
    const logger = createLogger({ service: 'test', level: 'info', destination: lines });
    logger.info({ password: 'p1', a: { token: 'p2', b: { authorization: 'p3', c: { cookie: 'p4' } } } }, 'hello');
    const line = String(lines.read());
    expect(line).not.toMatch(/p[1234]/);
    expect(line).toContain('hello');
  });

  it.each([
    'password=hunter2 next',
    '"adminPassword": "hunter2"',
    'Authorization: Bearer hunter2',
    'postgres://user:hunter2@host/db',
    'token: hunter2',
  ])('hides the secret of %j', (text) => {
    expect(redactText(text)).not.toContain('hunter2');
  });

  it('leaves other text alone', () => {
    const text = 'pod web-0: container php exited with code 20 (http://host/path)';
    expect(redactText(text)).toBe(text);
  });
});
