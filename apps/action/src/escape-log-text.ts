/**
 * A line of the log that the runner takes for nothing else: control characters are written as escapes, and the
 * two forms of a workflow command, `::name::` at the start of a line and `##[name]` anywhere, are broken up.
 */
export function escapeLogText(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    })
    .replaceAll('##[', '# #[')
    .replace(/^(\s*):/, '$1\\u003a');
}
