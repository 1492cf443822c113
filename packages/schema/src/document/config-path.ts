/** Where a node stands in a configuration: map keys as written and list indexes (0-based), from the root. */
export type ConfigPath = readonly (string | number)[];

/**
 * The path as people read it: `torchrun.nproc-per-node`, `deviceIds[1]`; the root is the empty string.
 * A key that holds a dot, a bracket or white space is shown as a JSON string: `handler["a.b"]`.
 */
export function formatConfigPath(path: ConfigPath): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`;
      if (!/^[^\s.[\]"]+$/.test(segment)) return `[${JSON.stringify(segment)}]`;
      return index === 0 ? segment : `.${segment}`;
    })
    .join('');
}
