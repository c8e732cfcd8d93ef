import { AppError } from '@shopwright/contract/errors';

export interface Limit {
  /** How many run at once. */
  concurrency: number;
  /** How many wait for their turn; what comes on top is refused with SERVER_BUSY. */
  mostWaiting: number;
}

/** The same function, run a few at a time and in the order of its calls: a flood of calls cannot take the whole process. */
export function limited<Input extends unknown[], Output>(
  work: (...input: Input) => Promise<Output>,
  { concurrency, mostWaiting }: Limit,
): (...input: Input) => Promise<Output> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (...input) => {
    if (running >= concurrency) {
      if (waiting.length >= mostWaiting) throw new AppError('SERVER_BUSY');
      const { promise: turn, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      await turn;
    } else {
      running += 1;
    }
    try {
      return await work(...input);
    } finally {
      // The place goes on to the next one, or is free again.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
