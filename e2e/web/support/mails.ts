import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { until } from '../../provision/support/until.ts';
import type { WebPlatform } from './web-platform.ts';

const lineSchema = z.object({ mail: z.object({ to: z.string(), text: z.string() }) });

/** The path of the link in the newest mail to somebody; mails of a test platform are in its log. */
export function mailedPath(platform: WebPlatform, to: string): Promise<string> {
  return until(`a mail to ${to}`, async () => {
    const log = await readFile(join(platform.logDirectory, 'api.log'), 'utf8');
    const texts = log.split('\n').flatMap((line) => {
      const parsed = lineSchema.safeParse(jsonOf(line));
      return parsed.success && parsed.data.mail.to === to ? [parsed.data.mail.text] : [];
    });
    const address = /https?:\/\/\S+/.exec(texts.at(-1) ?? '')?.[0];
    if (address === undefined) return undefined;
    const { pathname, hash } = new URL(address);
    return `${pathname}${hash}`;
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
