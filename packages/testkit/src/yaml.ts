/**
 * A template tag for YAML in tests: drops the first line break, the common indentation and the last, blank line.
 * The text ends with a line break, except when it is empty. Escapes (`\t`, `\u00a0`) work as in any template.
 */
export function yaml(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const text = strings.map((part, index) => `${part}${values[index] ?? ''}`).join('');
  const lines = text.split('\n');
  if (lines.length > 1 && lines[0]?.trim() === '') lines.shift();
  if (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => `${line.slice(indent)}\n`).join('');
}
