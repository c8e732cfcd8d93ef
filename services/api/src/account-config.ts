import { ConfigError, configFields } from '@shopwright/runtime';
import { z } from 'zod';
import type { ProviderConfig } from './auth/provider.ts';
import type { SessionLimits } from './auth/session-keeper.ts';

const { count, flag } = configFields;

/** Configuration of accounts, mail and sign-in. */
export const accountFields = {
  /** Where people reach the dashboard: for links in mails and the way back from a provider. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:8080'),
  /** `invitation`: accounts are made by accepting one. `open`: everybody with a mail address may make one. */
  SIGN_UP: z.enum(['invitation', 'open']).default('invitation'),
  /** How many organizations an account that is no operator owns at most. */
  MAX_ORGANIZATIONS_PER_ACCOUNT: count(3, 0),
  SESSION_IDLE_MINUTES: count(12 * 60),
  SESSION_LIFETIME_HOURS: count(7 * 24),
  /** Mail server, e.g. smtps://user:password@mail.example.com; it holds a password, so SMTP_URL_FILE is the better place. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).max(254).default('Shopwright <shopwright@localhost>'),
  /** Writes mails with their links into the log. Only on a machine whose logs are yours alone. */
  MAIL_TO_LOG: flag(false),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).default('Single sign-on'),
  /** Whether the provider's people get an account at their first sign-in. */
  OIDC_SIGN_UP: flag(false),
};

export type AccountConfig = z.infer<z.ZodObject<typeof accountFields>>;

export function sessionLimits(
  config: Pick<AccountConfig, 'SESSION_IDLE_MINUTES' | 'SESSION_LIFETIME_HOURS'>,
): SessionLimits {
  return { idleMs: config.SESSION_IDLE_MINUTES * 60_000, lifetimeMs: config.SESSION_LIFETIME_HOURS * 60 * 60_000 };
}

/** The provider that is configured, or none. Throws ConfigError where it is configured in part. */
export function providerConfig(config: AccountConfig): ProviderConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new ConfigError(['OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: set all three or none']);
  }
  return { issuer, clientId, clientSecret, name: config.OIDC_NAME };
}
