import type { Logger } from '@shopwright/runtime';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** Sends the logs of Temporal's own code through ours. Once per process, before any worker. */
export function installTemporalRuntime(logger: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
      const log = {
        TRACE: logger.trace,
        DEBUG: logger.debug,
        INFO: logger.info,
        WARN: logger.warn,
        ERROR: logger.error,
      };
      log[level].call(logger, { ...meta }, message);
    }),
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
    shutdownSignals: [],
  });
}
