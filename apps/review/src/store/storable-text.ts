/**
 * A text as PostgreSQL takes it: it refuses NUL characters and what is not well-formed Unicode, both of which a title or a
 * name may hold that somebody chose.
 */
export function storableText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\u{FFFD}');
}
