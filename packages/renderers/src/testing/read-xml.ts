/** One element of a document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** All text inside, that of its children too. */
  text: string;
}

/** What a text is, read as XML. */
export interface XmlReading {
  /** In the order in which they begin. */
  readonly elements: readonly XmlElement[];
  /** Why the text is not well-formed XML: empty when it is. */
  readonly problems: readonly string[];
}

const name = '[A-Za-z][\\w-]*';
const token = new RegExp(`<(/?)(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/?)>|([^<]+)|(<)`, 'gy');
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * Reads the XML that the renderers write, which is a small part of XML: elements, attributes in double quotes, text and five
 * entities. Everything else is a problem.
 */
export function readXml(source: string): XmlReading {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  const problems: string[] = [];
  const forbidden = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(source);
  if (forbidden !== null) problems.push(`character U+${forbidden[0].codePointAt(0)?.toString(16)}`);
  const decode = (text: string) =>
    text.replace(/&([^;&]*;?)/g, (reference, body: string) => {
      const character = entities[body.slice(0, -1)];
      if (character === undefined || !body.endsWith(';')) problems.push(`entity ${reference}`);
      return character ?? reference;
    });

  for (const [all, close, tag = '', attributeText = '', isEmpty, text, stray] of source.matchAll(token)) {
    if (stray !== undefined) problems.push('a stray <');
    if (text !== undefined) {
      if (text.includes(']]>')) problems.push(']]> in text');
      if (open.length === 0 && text.trim() !== '') problems.push(`text outside: ${text.trim().slice(0, 40)}`);
      for (const element of open) element.text += decode(text);
    }
    if (tag === '') continue;
    if (close === '/') {
      const last = open.pop();
      if (last?.name !== tag) problems.push(`${all} closes ${last?.name ?? 'nothing'}`);
      continue;
    }
    const attributes = new Map<string, string>();
    for (const [, key = '', value = ''] of attributeText.matchAll(/([\w-]+)="([^"]*)"/g)) {
      if (attributes.has(key)) problems.push(`${key} twice in ${all}`);
      attributes.set(key, decode(value));
    }
    if (open.length === 0 && elements.length > 0) problems.push(`second root ${tag}`);
    const element: XmlElement = { name: tag, attributes, text: '' };
    elements.push(element);
    if (isEmpty !== '/') open.push(element);
  }
  problems.push(...open.map((element) => `${element.name} stays open`));
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
  if (new Set(ids).size < ids.length) problems.push('an id twice');
  return { elements, problems };
}
