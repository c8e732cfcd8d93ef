import { bench } from './commands/bench.ts';
import { doctor } from './commands/doctor.ts';
import { runVitest } from './commands/run-vitest.ts';
import { start } from './commands/start.ts';
import { stop } from './commands/stop.ts';
import { say } from './core/say.ts';
import { describeError, StackError } from './core/stack-error.ts';

const commands: Record<string, (args: readonly string[]) => Promise<number>> = {
  start,
  stop,
  doctor,
  test: (args) => runVitest(['unit', 'integration'], args),
  e2e: (args) => runVitest(['e2e'], args),
  bench,
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Unknown command ${JSON.stringify(name)}. Commands: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
try {
  process.exitCode = await command(args);
} catch (error) {
  if (error instanceof StackError) await say(describeError(error));
  else console.error(error);
  process.exitCode = 1;
}
// A stray handle must not keep a finished command alive.
process.exit();
