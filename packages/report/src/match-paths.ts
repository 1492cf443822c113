import picomatch from 'picomatch/posix.js';

/**
 * Whether a path is one of those that `patterns` name: globs relative to the repository's root, letter case
 * ignored, hidden folders included. A pattern after `!` takes paths away, wherever it stands in the list.
 */
export function matchPaths(patterns: readonly string[]): (path: string) => boolean {
  // A name may hold a line break, which `**` would otherwise not match: the file would pass unread.
  const options = { dot: true, nocase: true, flags: 'is' };
  const wanted = patterns.filter((pattern) => !isExclusion(pattern));
  const unwanted = patterns.filter(isExclusion).map((pattern) => pattern.slice(1));
  const isWanted = picomatch(wanted.map(trimDot), options);
  const isUnwanted = unwanted.length === 0 ? () => false : picomatch(unwanted.map(trimDot), options);
  return (path) => isWanted(path) && !isUnwanted(path);
}

/** Whether a pattern takes paths away: `!drafts/**`, but not `!(a|b)`, which is a glob of its own. */
export function isExclusion(pattern: string): boolean {
  return pattern.startsWith('!') && !pattern.startsWith('!(');
}

function trimDot(pattern: string): string {
  return pattern.replace(/^(?:\.\/)+/, '');
}
