import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { announce, notify } from './announcer.ts';
import { explainError } from './api-error.ts';
import { asSentence } from './format.ts';

export interface ActionOptions<Input, Answer> {
  run: (input: Input) => Promise<Answer>;
  /** What is read again afterwards. */
  changes: readonly QueryKey[];
  /** Said to screen readers; what changed is on screen. */
  done: string;
  onDone?: (answer: Answer) => void;
}

/** Something that a button does: errors are told, and what it changed is read again. */
export function useAction<Answer, Input = void>({ run, changes, done, onDone }: ActionOptions<Input, Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (answer) => {
      announce(done);
      onDone?.(answer);
      await Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    onError: tellError,
  });
}

/** Shows an error that has no place of its own. */
export function tellError(error: unknown): void {
  const { title, hint } = explainError(error);
  notify({ tone: 'bad', text: `${asSentence(title)} ${hint}` });
}
