import { showHiddenCharacters } from './show-hidden-characters.ts';

/** Text as a code span of Markdown: GitHub makes no mention, reference or link inside one. */
export function codeSpan(text: string): string {
  const content = text === '' ? '(empty)' : showHiddenCharacters(text);
  const delimiter = '`'.repeat(longestBacktickRun(content) + 1);
  const needsPadding =
    content.startsWith('`') || content.endsWith('`') || (/^ .* $/.test(content) && content.trim() !== '');
  return needsPadding ? `${delimiter} ${content} ${delimiter}` : `${delimiter}${content}${delimiter}`;
}

/**
 * A code span for a table cell. A `|` is escaped as tables want it, even inside code. Parsers disagree about `\\|`, so
 * text with a backslash before a `|` becomes a `<code>` element in which all punctuation is written as entities.
 */
export function tableCodeSpan(text: string): string {
  const content = showHiddenCharacters(text);
  if (/\\\|/.test(content)) {
    return `<code>${content.replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
  }
  return codeSpan(content).replaceAll('|', '\\|');
}

/** The length of the longest run of backticks: a delimiter must be longer than what it encloses. */
export function longestBacktickRun(text: string): number {
  let longest = 0;
  let current = 0;
  for (const each of text) {
    current = each === '`' ? current + 1 : 0;
    if (current > longest) longest = current;
  }
  return longest;
}
