/** Exit codes of the shop's programs; the platform turns them into its own error codes. */
export const exitCodes = {
  done: 0,
  notInstalled: 10,
  databaseUnreachable: 20,
  wrongCredentials: 30,
  versionMismatch: 40,
  bug: 50,
};

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // PostgreSQL: too many connections, shutting down, crashed, starting up, connection failures
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
]);

// The driver gives these no code.
const connectionLost = /^(Connection terminated|timeout expired)/;

const credentialsRefused = new Set(['28P01', '28000']);

/** An error that already knows its exit code. */
export class ExitError extends Error {
  constructor(exitCode, message) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Exit code of an error: from itself, or from the code that PostgreSQL or the network gave it. */
export function exitCodeOf(error) {
  if (error instanceof ExitError) return error.exitCode;
  if (unreachable.has(error?.code) || connectionLost.test(error?.message)) {
    return exitCodes.databaseUnreachable;
  }
  return credentialsRefused.has(error?.code) ? exitCodes.wrongCredentials : exitCodes.bug;
}
