export interface WindowBudget {
  /** Takes one of the key's places in the current window; false where none is left. */
  take(key: string): boolean;
}

/** So many per key in every window of time; remembers nothing of earlier windows. */
export function createWindowBudget(perWindow: number, windowMs: number, now: () => number = Date.now): WindowBudget {
  let windowStart = now();
  const used = new Map<string, number>();
  return {
    take: (key) => {
      if (now() - windowStart >= windowMs) {
        windowStart = now();
        used.clear();
      }
      const count = used.get(key) ?? 0;
      if (count >= perWindow) return false;
      used.set(key, count + 1);
      return true;
    },
  };
}
