import type { Logger } from './logger.ts';

export interface ShutdownOptions {
  logger: Logger;
  /** Ends everything that was opened; newest first. */
  close: () => Promise<void>;
  /** After so long the process ends anyway, with exit code 1. */
  timeoutMs: number;
}

/** Ends the process in order on SIGTERM and SIGINT; a second signal ends it at once. */
export function closeOnSignal(options: ShutdownOptions): void {
  let isClosing = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isClosing) process.exit(1);
    isClosing = true;
    options.logger.info({ signal }, 'shutting down');
    setTimeout(() => process.exit(1), options.timeoutMs).unref();
    options.close().then(
      () => process.exit(0),
      (error: unknown) => {
        options.logger.error({ err: error }, 'shutdown failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
