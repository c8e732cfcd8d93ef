/** The same answer for a while; an answer that failed is not kept. Callers at the same moment share one reading. */
export function remembered<Value>(
  read: () => Promise<Value>,
  maxAgeMs: number,
  now: () => number = Date.now,
): () => Promise<Value> {
  let last: { at: number; value: Promise<Value> } | undefined;
  return () => {
    if (last === undefined || now() - last.at > maxAgeMs) {
      const value = read();
      last = { at: now(), value };
      value.catch(() => (last = undefined));
    }
    return last.value;
  };
}
