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
  const spelling = knownKeys.find((known) => lettersOf(known) === letters);
  if (spelling !== undefined) return { meant: spelling, isSpelling: true };
  let nearest: { meant: Key; distance: number } | null = null;
  for (const known of knownKeys) {
    const knownLetters = lettersOf(known);
    const most = knownLetters.length < 8 ? 1 : 2;
    if (Math.abs(knownLetters.length - letters.length) > most) continue;
    const distance = editDistance(letters, knownLetters);
    if (distance <= most && (nearest === null || distance < nearest.distance))
      nearest = { meant: known, distance };
  }
  return nearest === null ? null : { meant: nearest.meant, isSpelling: false };
}

function lettersOf(key: string): string {
  return key.toLowerCase().replaceAll(/[-_\s]/g, '');
}

/** Insertions, deletions, replacements, and swaps of neighbours that turn one text into the other. */
function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const cells = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      cells.push(
        Math.min(
          cellAt(rows, row - 1, column) + 1,
          (cells[column - 1] ?? 0) + 1,
          cellAt(rows, row - 1, column - 1) + (isSame ? 0 : 1),
          isSwap ? cellAt(rows, row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(cells);
  }
  return cellAt(rows, from.length, to.length);
}

function cellAt(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
}
