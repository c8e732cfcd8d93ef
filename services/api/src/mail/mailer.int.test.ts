import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createMailer } from './mailer.ts';
import { passwordResetMail } from './messages.ts';

const received: string[] = [];

async function receive(stream: Readable, done: () => void): Promise<void> {
  received.push(await text(stream));
  done();
}

const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  authOptional: true,
  onData: (stream, _session, done) => void receive(stream, done),
});
let port = 0;
beforeAll(async () => {
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  return promise;
});

const secret = 's'.repeat(43);
const mail = passwordResetMail({ to: 'ada@example.com', publicUrl: 'https://shop.example.com', secret });
const silentLogger = () => ({ info: vi.fn(), warn: vi.fn(), error: vi.fn() });
const from = 'Shopwright <shopwright@example.com>';

describe('mail', () => {
  it('goes out through SMTP and never into the log', async () => {
    const logger = silentLogger();
    const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from, isLogged: true, logger });
    mailer.send(mail);
    await mailer.close();
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('From: Shopwright <shopwright@example.com>');
    expect(received[0]?.replaceAll('=\r\n', '')).toContain(`https://shop.example.com/password-reset#${secret}`);
    expect(JSON.stringify(Object.values(logger).map((log) => log.mock.calls))).toBe('[[],[],[]]');
  });

  it.each([
    ['to a server that is away', { smtpUrl: 'smtp://127.0.0.1:1', isLogged: true }, 'error'],
    ['without a server', { isLogged: false }, 'warn'],
  ] as const)('%s is missed in the log, without what is in it', async (_what, options, level) => {
    const logger = silentLogger();
    const mailer = createMailer({ ...options, from, logger });
    mailer.send(mail);
    await mailer.close();
    expect(logger[level]).toHaveBeenCalledOnce();
    expect(JSON.stringify(logger[level].mock.calls)).not.toContain(secret);
  });

  it('is written into the log in local mode, and says so', async () => {
    const logger = silentLogger();
    const mailer = createMailer({ from, isLogged: true, logger });
    mailer.send(mail);
    await mailer.close();
    expect(logger.info).toHaveBeenCalledExactlyOnceWith({ mail }, expect.stringContaining('LOCAL MODE'));
  });
});
