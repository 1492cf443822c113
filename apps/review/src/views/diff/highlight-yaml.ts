/** A stretch of one line with what it is, for its colour; null is plain text. */
export interface YamlToken {
  readonly kind: 'comment' | 'key' | 'string' | 'constant' | 'mark' | null;
  readonly text: string;
}

/**
 * Longer lines stay plain: nobody reads colours in them, and the page gets no heavier. Some lines take time that grows with
 * the square of their length.
 */
const longestLine = 400;

const keyStart =
  /^(\s*(?:- +)*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#'"[\]{},&*!|>%@`-][^:#]*|-[^\s:#][^:#]*)(\s*:)(?=\s|$)/;
const piece =
  /("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|((?<=^|\s)#.*$)|((?<=^|[\s[,{])(?:[-+]?(?:0x[\da-f]+|\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?)|true|false|yes|no|on|off|null|~)(?=$|[\s,\]}]))|([[\]{},]|(?<=^|\s)[&*!][^\s,\]}]*|(?<=^\s*)- )/gi;

/**
 * Splits a line of YAML for its colours. One line at a time, so that it knows nothing of block texts: a colour may be
 * wrong there, and the text never is, since the tokens together are the line.
 */
export function highlightYaml(line: string): readonly YamlToken[] {
  if (line.length > longestLine) return [{ kind: null, text: line }];
  const [whole = '', indent = '', key = '', colon = ''] = keyStart.exec(line) ?? [];
  const tokens: YamlToken[] = [];
  const add = (kind: YamlToken['kind'], text: string) => {
    if (text !== '') tokens.push({ kind, text });
  };
  if (whole !== '') {
    add('mark', indent);
    add('key', key);
    add('mark', colon);
  }
  const value = line.slice(whole.length);
  let end = 0;
  for (const match of value.matchAll(piece)) {
    const [text, string, comment, constant] = match;
    add(null, value.slice(end, match.index));
    add(string ? 'string' : comment ? 'comment' : constant ? 'constant' : 'mark', text);
    end = match.index + text.length;
  }
  add(null, value.slice(end));
  return tokens;
}
