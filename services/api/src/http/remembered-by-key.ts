import { remembered } from './remembered.ts';

const mostKeys = 1000;

/** Like `remembered`, with an answer for every key; the keys that were not asked for longest are forgotten. */
export function rememberedByKey<Key, Value>(
  read: (key: Key) => Promise<Value>,
  maxAgeMs: number,
): (key: Key) => Promise<Value> {
  const readers = new Map<Key, () => Promise<Value>>();
  return (key) => {
    const reader = readers.get(key) ?? remembered(() => read(key), maxAgeMs);
    // Set anew, so that the map is in the order of the last questions.
    readers.delete(key);
    readers.set(key, reader);
    for (const oldest of readers.keys()) {
      if (readers.size <= mostKeys) break;
      readers.delete(oldest);
    }
    return reader();
  };
}
