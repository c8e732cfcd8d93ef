import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { redacted, redactPaths } from './redaction.ts';

export type { Logger } from 'pino';

export interface LoggerOptions {
  /** Which process: `api`, `worker`. */
  service: string;
  level: string;
  /** Where lines go; standard output unless a test wants them. */
  destination?: DestinationStream;
}

/** Structured logs: one JSON object per line, pretty only on a terminal. */
export function createLogger(options: LoggerOptions): Logger {
  const base = {
    level: options.level,
    base: { service: options.service },
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: [...redactPaths], censor: redacted },
  };
  if (options.destination !== undefined) return pino(base, options.destination);
  return process.stdout.isTTY ? pino({ ...base, transport: { target: 'pino-pretty' } }) : pino(base);
}
