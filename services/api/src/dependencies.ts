import type { Database } from '@shopwright/database';
import type { Logger, Registry } from '@shopwright/runtime';
import type { Authenticator } from './auth/identity.ts';
import type { Passwords } from './auth/passwords.ts';
import type { ApiConfig } from './config.ts';
import type { Mailer } from './mail/mailer.ts';
import type { EventFeed } from './modules/events/event-feed.ts';
import type { HealthOptions } from './modules/health/health-checks.ts';
import type { PodReader } from './modules/pods/service.ts';
import type { AdminPasswordReader } from './modules/stores/credentials.ts';

/** Everything that the API stands on; tests pass narrow fakes. */
export interface AppDependencies {
  config: ApiConfig;
  logger: Logger;
  registry: Registry;
  db: Database;
  authenticator: Authenticator;
  passwords: Passwords;
  mailer: Mailer;
  feed: EventFeed;
  /** How the parts of the platform are asked whether they work. */
  checks: HealthOptions['checks'];
  readAdminPassword: AdminPasswordReader;
  readPods: PodReader;
  /** Directory with the built dashboard. */
  webDirectory: string;
  /** Aborts when the process ends, so that open streams end too. */
  closing: AbortSignal;
  version: string;
}
