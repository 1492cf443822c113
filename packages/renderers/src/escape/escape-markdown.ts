import { showHiddenCharacters } from './show-hidden-characters.ts';

/** A zero-width space as an entity: GitHub looks for mentions and references after parsing, where a backslash is gone. */
const breaker = '&#8203;';

/** Shorter than anything that GitHub takes for a commit id. */
const longestHexPiece = /.{1,6}/g;

/** What acts, each with what stands in its place. The first that matches at a position wins. */
const replacements: readonly { readonly pattern: string; readonly replace: (match: string) => string }[] = [
  // a mention, an e-mail address
  { pattern: '@', replace: () => `@${breaker}` },
  // a heading, a reference to an issue
  { pattern: '#', replace: () => `\\#${breaker}` },
  { pattern: 'GH-(?=\\d)', replace: (match) => match + breaker },
  // a bare link, an emoji code
  { pattern: ':(?=//|[\\w+-]+:)', replace: () => `:${breaker}` },
  { pattern: 'www(?=\\.)', replace: (match) => match + breaker },
  // a commit id; digits alone are numbers
  {
    pattern: '(?=\\d*[a-f])[0-9a-f]{7,}',
    replace: (match) => (match.match(longestHexPiece) ?? []).join(breaker),
  },
  // mathematics; this is GitHub's own advice for a dollar sign
  { pattern: '\\$', replace: () => '<span>$</span>' },
  // a list item or an underline at the start
  {
    pattern: '^\\s*(?:[-+]|\\d+[.)]|=)(?=\\s|$|=)',
    replace: (match) => `${match.slice(0, -1)}\\${match.slice(-1)}`,
  },
  { pattern: '[\\\\`*_[\\]<>|~&]', replace: (match) => `\\${match}` },
];

const active = new RegExp(replacements.map(({ pattern }) => `(${pattern})`).join('|'), 'gi');

/** Text for GitHub's Markdown, in a paragraph, a list item, a heading or a table cell: it shows as written and does nothing. */
export function escapeMarkdown(text: string): string {
  return showHiddenCharacters(text).replace(active, (match: string, ...groups: unknown[]) => {
    const index = groups.findIndex((group) => group !== undefined);
    return replacements[index]?.replace(match) ?? match;
  });
}
