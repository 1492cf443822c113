/** What a text of JSON holds, to be checked field by field; undefined for any other text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown; // the readers below look before they believe
  } catch {
    return undefined;
  }
}

/** What a value has at a path of fields; undefined where there is nothing. */
export function fieldAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    found =
      typeof found === 'object' && found !== null
        ? (found as Readonly<Record<string, unknown>>)[name]
        : undefined; // any object has fields to look up
  }
  return found;
}

/** The texts at some paths, in their order; null when there is something else at one of them. */
export function textsAt<const Paths extends readonly (readonly string[])[]>(
  value: unknown,
  ...paths: Paths
): { readonly [Index in keyof Paths]: string } | null {
  const found = paths.map((path) => fieldAt(value, ...path));
  return found.every((text) => typeof text === 'string')
    ? (found as unknown as { readonly [Index in keyof Paths]: string }) // one for each path
    : null;
}
