import type { GeneratedFiles } from './generator.ts';

/** A difference between what the generators make and what is on disk. */
export interface Difference {
  readonly path: string;
  readonly kind: 'missing' | 'different' | 'extra';
}

/** Every missing, different and extra file, by path. */
export function compareGenerated(expected: GeneratedFiles, actual: GeneratedFiles): readonly Difference[] {
  const differences: Difference[] = [];
  for (const [path, text] of expected) {
    const present = actual.get(path);
    if (present === undefined) differences.push({ path, kind: 'missing' });
    else if (present !== text) differences.push({ path, kind: 'different' });
  }
  for (const path of actual.keys()) {
    if (!expected.has(path)) differences.push({ path, kind: 'extra' });
  }
  return differences.sort((a, b) => (a.path < b.path ? -1 : 1));
}
