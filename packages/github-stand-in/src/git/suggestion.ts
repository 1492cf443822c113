/** Finds the first fenced block of the language `suggestion`; its fence may be of any length from three on. */
const suggestionBlock =
  /(?:^|\n) {0,3}(?<fence>(?<mark>`|~)\k<mark>{2,})[ \t]*suggestion[^\n]*(?<content>(?:\n[^\n]*?)*?)\n {0,3}\k<fence>\k<mark>*[ \t]*(?=\n|$)/;

/** The lines that a comment suggests in place of those that it is on, or null when it suggests nothing. */
export function readSuggestion(body: string): string[] | null {
  const content = suggestionBlock.exec(body.replaceAll('\r\n', '\n'))?.groups?.['content'];
  return content === undefined ? null : content.split('\n').slice(1);
}

/**
 * Replaces lines of a text.
 *
 * @param lines - without line ends; they get the one of the last line replaced
 * @param first - from 1
 * @param last - included
 * @throws Error when the text has no such lines
 */
export function replaceLines(text: string, first: number, last: number, lines: readonly string[]): string {
  const all = text.split(/(?<=\n)/);
  const replaced = all.slice(first - 1, last);
  if (first < 1 || last < first || replaced.length !== last - first + 1) {
    throw new Error(`There are no lines ${first} to ${last} of ${all.length}`);
  }
  const lineEnd = /\r?\n$/.exec(replaced.at(-1) ?? '')?.[0] ?? '';
  const between = lineEnd === '' ? '\n' : lineEnd;
  const inserted = lines.map((line, at) => line + (at === lines.length - 1 ? lineEnd : between));
  return [...all.slice(0, first - 1), ...inserted, ...all.slice(last)].join('');
}
