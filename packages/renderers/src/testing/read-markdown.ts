/** What GitHub would make of a page, as far as it can act: read by rules of its own, not by the escaper's. */
export interface MarkdownReading {
  readonly links: readonly string[];
  /** Text that shows outside code, with backslashes and entities resolved; an element's border ends a text. */
  readonly texts: readonly string[];
  /** Syntax that our pages never use on purpose, open fences and elements, rows with a wrong number of cells. */
  readonly problems: readonly string[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Reads a page that our renderers wrote: a subset of Markdown in which everything else is a problem. */
export function readMarkdown(page: string): MarkdownReading {
  const reading = { links: [] as string[], texts: [] as string[], problems: [] as string[] };
  const openTags: string[] = [];
  let fence: string | null = null;
  let columns: number | null = null;
  for (const [index, line] of page.split('\n').entries()) {
    if (fence !== null) {
      if (line === fence) fence = null;
      else if (/^ {0,3}`+ *$/.test(line) && line.trim().length >= fence.length) {
        reading.problems.push(`the fence ends early: ${line}`);
      }
      continue;
    }
    const opening = /^(`{3,})[a-z]*$/.exec(line);
    if (opening !== null) {
      fence = opening[1] ?? null;
      continue;
    }
    if (index === 0 && /^<!-- [^<>]* -->$/.test(line)) continue;
    if (line.startsWith('|')) {
      const cells = line.split(/(?<!\\)\|/).length;
      columns ??= cells;
      if (cells !== columns) reading.problems.push(`${cells} instead of ${columns} cells: ${line}`);
      if (!/^[|:-]+$/.test(line)) readInline(line.replaceAll(/(?<!\\)\|/g, ' '), openTags, reading);
      continue;
    }
    columns = null;
    readInline(line.replace(/^(### |( {2})?- )/, ''), openTags, reading);
  }
  if (fence !== null) reading.problems.push('a fence stays open');
  if (openTags.length > 0) reading.problems.push(`elements stay open: ${openTags.join(', ')}`);
  return reading;
}

function readInline(
  line: string,
  openTags: string[],
  reading: { readonly links: string[]; readonly texts: string[]; readonly problems: string[] },
): void {
  const isBlock = line.trim() !== '' && /^(?:[-+=] |[-+=]+$|\d+[.)] |#{1,6} |>|\t| {4})/.test(line);
  if (isBlock) reading.problems.push(`a block of its own: ${line}`);
  // Up to the next empty line, what begins with this element is HTML: nothing but elements and entities is read.
  const isHtml = /^<\/?details>/.test(line);
  let text = '';
  let openLinks = 0;
  let rest = isHtml ? line : line.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1');
  const take = (length: number): string => {
    const taken = rest.slice(0, length);
    rest = rest.slice(length);
    return taken;
  };
  const endText = (): void => {
    if (text !== '' && !openTags.includes('code')) reading.texts.push(text);
    text = '';
  };
  while (rest !== '') {
    const plain = /^[^\\`&<>[\]*_~|]+/.exec(rest)?.[0];
    if (plain !== undefined) {
      text += take(plain.length);
      continue;
    }
    const ticks = isHtml ? undefined : /^`+/.exec(rest)?.[0];
    const escape = isHtml ? null : /^\\([!-/:-@[-`{-~])/.exec(rest);
    const entity = /^&(?:#(\d+)|(\w+));/.exec(rest);
    const tag = /^<(\/?)(details|summary|code|sub|span)>/.exec(rest);
    const destination = /^\]\((https:\/\/[^\s()<>"\\`|]+)\)/.exec(rest);
    if (escape !== null) {
      text += escape[1] ?? '';
      take(2);
    } else if (ticks !== undefined) {
      take(ticks.length);
      const closing = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(rest);
      if (closing === null) reading.problems.push(`a code span stays open: ${line}`);
      else take(closing.index + ticks.length);
      endText();
    } else if (entity !== null) {
      text +=
        entity[1] === undefined
          ? (entities[entity[2] ?? ''] ?? '?')
          : String.fromCodePoint(Number(entity[1]));
      take(entity[0].length);
    } else if (tag !== null) {
      endText();
      const name = tag[2] ?? '';
      if (tag[1] === '') openTags.push(name);
      else if (openTags.pop() !== name) reading.problems.push(`</${name}> closes nothing: ${line}`);
      take(tag[0].length);
    } else if (destination !== null && openLinks > 0) {
      endText();
      reading.links.push(destination[1] ?? '');
      openLinks -= 1;
      take(destination[0].length);
    } else if (!isHtml && rest.startsWith('**')) {
      endText();
      take(2);
    } else if (!isHtml && rest.startsWith('[')) {
      endText();
      openLinks += 1;
      take(1);
    } else {
      const character = take(1);
      if ((isHtml ? /[<>&]/ : /[\\*_~<>&|\]]/).test(character))
        reading.problems.push(`a bare ${character}: ${line}`);
      text += character;
    }
  }
  endText();
  if (openLinks > 0) reading.problems.push(`a bare [: ${line}`);
}
