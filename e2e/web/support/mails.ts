import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { until } from '../../provision/support/until.ts';
import type { WebPlatform } from './web-platform.ts';

const lineSchema = z.object({ mail: z.object({ to: z.string(), text: z.string() }) });

/** The path of the link in the newest mail to somebody; mails of a test platform are in its log. */
export function mailedPath(platform: WebPlatform, to: string): Promise<string> {
  return until(`a mail to ${to}`, async () => linkPath((await mailsTo(platform, to)).at(-1)));
}

/** The path of the link in the mail to somebody that is sent meanwhile, whatever they got before. */
export async function mailSentBy(platform: WebPlatform, to: string, send: () => Promise<unknown>): Promise<string> {
  const before = (await mailsTo(platform, to)).length;
  await send();
  return until(`a new mail to ${to}`, async () => linkPath((await mailsTo(platform, to))[before]));
}

async function mailsTo(platform: WebPlatform, to: string): Promise<readonly string[]> {
  const log = await readFile(join(platform.logDirectory, 'api.log'), 'utf8');
  return log.split('\n').flatMap((line) => {
    const parsed = lineSchema.safeParse(jsonOf(line));
    return parsed.success && parsed.data.mail.to === to ? [parsed.data.mail.text] : [];
  });
}

function linkPath(text: string | undefined): string | undefined {
  const address = /https?:\/\/\S+/.exec(text ?? '')?.[0];
  if (address === undefined) return undefined;
  const { pathname, hash } = new URL(address);
  return `${pathname}${hash}`;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
