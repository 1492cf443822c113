/** Longer texts are cut: a value is shown, not kept, and a file of megabytes must not make a report of megabytes. */
const longestText = 500;

/** A text of a file as the report shows it. */
export function shortenText(text: string): string {
  if (text.length <= longestText) return text;
  // Half of a surrogate pair is no text.
  const end = /[\ud800-\udbff]/.test(text.charAt(longestText - 2)) ? longestText - 2 : longestText - 1;
  return `${text.slice(0, end)}…`;
}
