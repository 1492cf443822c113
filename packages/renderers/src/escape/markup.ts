import { escapeXml } from './escape-xml.ts';

class SafeSource {
  // A private field keeps other objects from passing for markup.
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

/** Markup that is safe: only the functions of this file make it, and they escape every text they are given. */
export type Markup = SafeSource;

/** Text, which is escaped, or markup, which is taken as it is. */
export type Child = string | Markup;

/** Names are ours; values are escaped. An attribute without a value is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element on one line: whitespace between its children is theirs. */
export function inline(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  return write(name, attributes, children, '');
}

/** An element each of whose children stands on a line of its own. */
export function block(name: string, attributes: Attributes, children: readonly Child[]): Markup {
  return write(name, attributes, children, '\n');
}

/** A line of a file: its tabs stay, because they indent. */
export function fileLine(text: string): Markup {
  return new SafeSource(text.split('\t').map(escapeXml).join('\t'));
}

/**
 * Style rules of ours. HTML reads the content of the element as it is, so nothing in it can be escaped.
 *
 * @throws RangeError when the rules hold what could end the element, or what XML would read
 */
export function styleSheet(rules: string): Markup {
  if (/[<&]/.test(rules)) throw new RangeError('Style rules hold no < and no &');
  return new SafeSource(`<style>\n${rules}</style>`);
}

function write(
  name: string,
  attributes: Attributes,
  children: readonly Child[],
  separator: '' | '\n',
): Markup {
  const head = `${name}${Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`))
    .join('')}`;
  if (children.length === 0)
    return new SafeSource(hasNoContent.has(name) ? `<${head}/>` : `<${head}></${name}>`);
  return new SafeSource(
    `<${head}>${separator}${children.map(sourceOf).join(separator)}${separator}</${name}>`,
  );
}

/** Elements that HTML closes itself, or that SVG draws without content; HTML would leave any other open. */
const hasNoContent = new Set(['meta', 'br', 'hr', 'rect', 'line', 'path']);

function sourceOf(child: Child): string {
  return typeof child === 'string' ? escapeXml(child) : child.toString();
}
