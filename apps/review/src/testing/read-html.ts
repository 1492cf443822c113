/** A start tag with its attributes as they stand. */
export interface HtmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const tag = /<([a-zA-Z][\w-]*)((?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g;
const attribute = /\s+([^\s=>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Every start tag of a page: enough to see what a browser would take for markup. */
export function readTags(html: string): readonly HtmlTag[] {
  return [...html.matchAll(tag)].map(([, name = '', attributes = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...attributes.matchAll(attribute)].map(([, key = '', double, single, bare]) => [
        key.toLowerCase(),
        double ?? single ?? bare ?? '',
      ]),
    ),
  }));
}

/** Ids that stand on the page more than once. */
export function repeatedIds(html: string): readonly string[] {
  const ids = readTags(html).flatMap(({ attributes }) => attributes.get('id') ?? []);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** Links within the page that lead nowhere. */
export function brokenAnchors(html: string): readonly string[] {
  const tags = readTags(html);
  const ids = new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? []));
  return tags
    .flatMap(({ attributes }) => attributes.get('href') ?? [])
    .filter((href) => href.startsWith('#') && !ids.has(href.slice(1)));
}
