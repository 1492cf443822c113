/** What a message says: fixed words, and values from the file or the host that each renderer styles and escapes. */
export type MessagePart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'value'; readonly text: string };

export type MessageParams = Readonly<Record<string, string | number | boolean>>;

/**
 * Fills a template such as `parallelLevel {level} needs more than {count} GPUs` into parts.
 * Values longer than 120 characters are cut in the middle with `…`.
 *
 * @throws Error when the template names a parameter that is missing: a bug of ours.
 */
export function fillMessage(template: string, params: MessageParams): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  for (const [index, piece] of template.split(/\{(\w+)\}/).entries()) {
    if (index % 2 === 0) {
      if (piece !== '') parts.push({ kind: 'text', text: piece });
      continue;
    }
    const value = params[piece];
    if (value === undefined) throw new Error(`Message "${template}" lacks the parameter "${piece}"`);
    parts.push({ kind: 'value', text: shorten(String(value)) });
  }
  return parts;
}

/** The parts as one plain sentence. */
export function joinMessage(parts: readonly MessagePart[]): string {
  return parts.map((part) => part.text).join('');
}

const longestValue = 120;

function shorten(value: string): string {
  const characters = Array.from(value);
  if (characters.length <= longestValue) return value;
  const kept = Math.floor((longestValue - 1) / 2);
  return `${characters.slice(0, kept).join('')}…${characters.slice(-kept).join('')}`;
}
