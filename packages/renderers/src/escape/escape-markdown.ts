import { showHiddenCharacters } from './show-hidden-characters.ts';

/** A zero-width space as an entity: GitHub looks for mentions and references after parsing, where a backslash is gone. */
const breaker = '&#8203;';

/**
 * In the order in which they are tried at one place:
 * 1. `@` (mention, e-mail address)  2. `#` (heading, reference)  3. `GH-1`  4. `://` and `:emoji:`  5. `www.`
 * 6. commit ids  7. mathematics  8. a list or heading marker at the start  9. the rest of Markdown's punctuation
 */
const active =
  /(@)|(#)|\b(GH-)(?=\d)|(:)(?=\/\/|[\w+-]+:)|\b(www)(?=\.)|\b(?=\d*[a-f])([0-9a-f])(?=[0-9a-f]{6,39}\b)|(\$)|(^\s*(?:[-+]|\d+[.)]|=)(?=\s|$|=))|([\\`*_[\]<>|~&])/gi;

/** Text for GitHub's Markdown, in a paragraph, a list item, a heading or a table cell: it shows as written and does nothing. */
export function escapeMarkdown(text: string): string {
  return showHiddenCharacters(text).replace(
    active,
    (
      match: string,
      at?: string,
      hash?: string,
      issue?: string,
      colon?: string,
      www?: string,
      commit?: string,
      dollar?: string,
      marker?: string,
    ) => {
      if (hash !== undefined) return `\\#${breaker}`;
      if ((at ?? issue ?? colon ?? www ?? commit) !== undefined) return match + breaker;
      // GitHub's own advice for a dollar sign that is not mathematics
      if (dollar !== undefined) return '<span>$</span>';
      if (marker !== undefined) return `${match.slice(0, -1)}\\${match.slice(-1)}`;
      return `\\${match}`;
    },
  );
}
