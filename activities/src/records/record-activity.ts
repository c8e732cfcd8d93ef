import { toAppError, toApplicationFailure } from '../failure.ts';

/** An activity that only writes records: short, no heartbeat, repeated until the database takes it. */
export function recordActivity<Input, Output>(
  work: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output> {
  return async (input) => {
    try {
      return await work(input);
    } catch (error) {
      throw toApplicationFailure(toAppError(error));
    }
  };
}
