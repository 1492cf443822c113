/** A key that somebody probably meant. */
export interface NearMiss<Key extends string = string> {
  readonly meant: Key;
  /** Only letter case, underscores or dashes differ. */
  readonly isSpelling: boolean;
}

/**
 * The known key that an unknown one comes near: the same letters in another case or with other separators, or a few
 * letters off (one up to 7 letters, two from 8). Null when none does, or when the key itself is known.
 */
export function findNearMiss<Key extends string>(
  key: string,
  knownKeys: readonly Key[],
): NearMiss<Key> | null {
  if (knownKeys.some((known) => known === key)) return null;
  const letters = lettersOf(key);
  const spelling = knownKeys.find((known) => lettersOfKnown(known) === letters);
  if (spelling !== undefined) return { meant: spelling, isSpelling: true };
  let nearest: { meant: Key; distance: number } | null = null;
  for (const known of knownKeys) {
    const knownLetters = lettersOfKnown(known);
    const most = knownLetters.length < 8 ? 1 : 2;
    const distance = editDistance(letters, knownLetters, most);
    if (distance <= most && (nearest === null || distance < nearest.distance)) {
      nearest = { meant: known, distance };
    }
  }
  return nearest === null ? null : { meant: nearest.meant, isSpelling: false };
}

/** Known keys are few and asked for again and again. */
const lettersByKey = new Map<string, string>();

function lettersOfKnown(key: string): string {
  let letters = lettersByKey.get(key);
  if (letters === undefined) {
    letters = lettersOf(key);
    lettersByKey.set(key, letters);
  }
  return letters;
}

function lettersOf(key: string): string {
  return key.toLowerCase().replaceAll(/[-_\s]/g, '');
}

/**
 * Insertions, deletions, replacements, and swaps of neighbours that turn one text into the other; more than `most` is
 * infinite. It stops at the first row that is beyond reach: a file may hold a hundred thousand unknown keys.
 */
function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return Number.POSITIVE_INFINITY;
  let above: number[] = [];
  let row: number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let index = 1; index <= from.length; index++) {
    const twoAbove = above;
    above = row;
    row = [index];
    let least = index;
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[index - 1] === to[column - 1];
      const isSwap = from[index - 1] === to[column - 2] && from[index - 2] === to[column - 1];
      const cost = Math.min(
        (above[column] ?? 0) + 1,
        (row[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (twoAbove[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return Number.POSITIVE_INFINITY;
  }
  return row[to.length] ?? Number.POSITIVE_INFINITY;
}
