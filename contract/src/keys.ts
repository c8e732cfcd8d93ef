/** The keys of a closed record with their own type; only for records whose type lists every key they have. */
export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys cannot know that the record is closed
  return Object.keys(record) as Key[];
}
