/**
 * A text as PostgreSQL takes it: it refuses NUL characters and what is not well-formed Unicode, both of which a title or a
 * name may hold that somebody chose.
 */
export function storableText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\u{FFFD}');
}

/** A number of GitHub as PostgreSQL takes it; what is none, as from a URL, becomes one that nothing has. */
export function storableNumber(number: number): number {
  return Number.isSafeInteger(number) && number >= 0 ? number : -1;
}
