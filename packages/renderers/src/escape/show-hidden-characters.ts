const shortForms: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Hidden characters: control characters (C0, DEL, C1), format characters (direction, zero width, tags), invisible fillers, line and
 * paragraph separators, lone surrogates, and every space that is not U+0020. A function: classes of Unicode take V8 a while, and
 * most texts are ASCII.
 */
const hidden = (): RegExp => /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** More marks than any script stacks on one letter: they would paint over neighbouring lines. */
const stackedMarks = (): RegExp => /(\p{M}{4})\p{M}+/gu;

/**
 * Writes every character that cannot be seen, or that acts on its surroundings, as what it is: `\n`, `\x1b`, `\u202e`.
 * The first step of every escaper: afterwards the text is one line of visible characters.
 */
export function showHiddenCharacters(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text
    .replace(hidden(), (character) => shortForms[character] ?? nameCodePoint(character))
    .replace(stackedMarks(), '$1…');
}

/**
 * The same characters as JSON escapes, for text that is JSON already: there, what is below U+0020 is escaped.
 * Runs outside ASCII are looked at, not every character: a report may have many megabytes.
 */
export function escapeHiddenInJson(json: string): string {
  return json.replace(/[\x7f-\uffff]+/g, (run) =>
    run.replace(hidden(), (character) =>
      Array.from({ length: character.length }, (_, index) => fourDigits(character.charCodeAt(index))).join(
        '',
      ),
    ),
  );
}

function nameCodePoint(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  const digits = codePoint.toString(16);
  if (codePoint <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return codePoint <= 0xffff ? fourDigits(codePoint) : `\\u{${digits}}`;
}

function fourDigits(codeUnit: number): string {
  return `\\u${codeUnit.toString(16).padStart(4, '0')}`;
}
