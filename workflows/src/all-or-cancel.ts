import { CancellationScope } from '@temporalio/workflow';

/** Runs side by side; the first failure cancels the others, and all have ended before it is thrown. */
export async function allOrCancel(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
  const scope = new CancellationScope({ cancellable: true });
  let first: { error: unknown } | undefined;
  await scope.run(async () => {
    await Promise.all(
      tasks.map(async (task) => {
        try {
          await task();
        } catch (error) {
          first ??= { error };
          scope.cancel();
        }
      }),
    );
  });
  if (first !== undefined) throw first.error;
}
