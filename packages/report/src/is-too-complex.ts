/**
 * Characters beside which a value can stand; brackets alone only nest, and nesting is bounded. Each value costs about
 * 1.5 kB in both readings: 1,500,000 of them, which fit into 3 MiB, take more memory than Node has. 3 MiB of lines with a
 * key and a value have fewer than this.
 */
const mostSeparators = 600_000;

/** Whether a text may hold so many values that reading it would end the whole review, of all other files as well. */
export function isTooComplex(text: string): boolean {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (separators.has(text.charCodeAt(index))) count += 1;
  }
  return count > mostSeparators;
}

const separators = new Set([...',:-?'].map((character) => character.charCodeAt(0)));
