/** Two lists compared by a key: who came, who went, who stayed. */
export interface KeyedListComparison<T> {
  /** In the order of head. */
  readonly added: readonly T[];
  /** In the order of base. */
  readonly removed: readonly T[];
  /** In the order of head. */
  readonly mutual: readonly { readonly base: T; readonly head: T }[];
}

/** Compares two lists by key, not by position. Of two members with the same key in one list the last one counts. */
export function compareKeyedLists<T>(
  base: readonly T[],
  head: readonly T[],
  keyOf: (member: T) => string,
): KeyedListComparison<T> {
  const baseByKey = new Map(base.map((member) => [keyOf(member), member]));
  const headByKey = new Map(head.map((member) => [keyOf(member), member]));
  const added: T[] = [];
  const mutual: { base: T; head: T }[] = [];
  for (const [key, member] of headByKey) {
    const partner = baseByKey.get(key);
    if (partner === undefined) added.push(member);
    else mutual.push({ base: partner, head: member });
  }
  const removed = [...baseByKey].filter(([key]) => !headByKey.has(key)).map(([, member]) => member);
  return { added, removed, mutual };
}
