/** Longer words are cut: a `tsvector` holds words of up to 2,046 bytes, and nobody types so many. */
const longestWord = 100;
/** More are no title and no label of ours. A `tsvector` holds 1 MiB, which so many of the longest words do not fill. */
const mostWordsOfText = 2_000;
/** A query of more words asks for nothing more. */
const mostWords = 12;

/**
 * The words of a text, in lower case: runs of letters and digits of any script. Split here and not by PostgreSQL, whose
 * parser takes paths and numbers in parts of its own and whose lower case depends on the locale.
 */
export function splitWords(text: string): readonly string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const cut = words.slice(0, mostWordsOfText).map((word) => [...word].slice(0, longestWord).join(''));
  return [...new Set(cut)];
}

/** A `tsquery` that finds what has a word starting with each word of the search; null when the search has none. */
export function searchQuery(search: string): string | null {
  // Words consist of letters and digits only, so that nothing in them needs escaping.
  const words = splitWords(search).slice(0, mostWords);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}
