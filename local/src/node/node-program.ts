import { Daemon } from '../supervisor/daemon.ts';
import type { PartContext } from '../supervisor/part.ts';
import type { Box } from './box.ts';

/** Starts a program inside the node's namespaces and waits until it serves. */
export function startNodeProgram(
  box: Box,
  program: {
    name: string;
    path: string;
    args: readonly string[];
    isReady: () => Promise<boolean>;
    env?: Record<string, string>;
  },
  context: Pick<PartContext, 'notice' | 'signal'>,
): Promise<Daemon> {
  const [enter = '', ...enterArgs] = box.enter;
  return Daemon.start(
    {
      name: program.name,
      command: enter,
      args: [...enterArgs, program.path, ...program.args],
      env: { HOME: '/root', ...program.env },
      isReady: program.isReady,
      readyTimeoutMs: 60_000,
      signalsChild: true,
      notice: context.notice,
    },
    context.signal,
  );
}
