/** Writes a line to the terminal and, where this process was detached, to the command that waits for it. Resolves when it is on its way. */
export async function say(line: string): Promise<void> {
  console.log(line);
  if (!process.connected) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  process.send?.(line, () => resolve());
  await promise;
}
