import type { Reader } from '../document/config-value.ts';
import { ReaderFailure, shorten } from './reader-failure.ts';
import type { DirectiveToken, TagToken } from './token.ts';
import { yamlTagPrefix } from './yaml-node.ts';

/** The tags that SnakeYAML 2.1 knows; any other one of YAML's own is refused while the nodes are composed. */
const frontendTags = new Set(
  'yaml merge set pairs omap binary int float timestamp bool null str seq map'.split(' '),
);

/** What `!`, `!!` and the handles of `%TAG` lines stand for in the current document. */
export class TagHandles {
  readonly #reader: Reader;
  readonly #declared = new Map<string, string>();
  #hasVersion = false;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  startDocument(): void {
    this.#declared.clear();
    this.#hasVersion = false;
  }

  take({ directive, start, end }: DirectiveToken): void {
    if (directive.name === 'YAML') {
      if (this.#hasVersion) throw new ReaderFailure('syntax', 'There are two %YAML lines.', start, end);
      if (!/^0*1$/.test(directive.major)) {
        throw new ReaderFailure('syntax', 'Only YAML of version 1 can be read.', start, end);
      }
      this.#hasVersion = true;
    } else if (directive.name === 'TAG') {
      if (this.#declared.has(directive.handle)) {
        throw new ReaderFailure(
          'syntax',
          `There are two %TAG lines for ${shorten(directive.handle)}.`,
          start,
          end,
        );
      }
      this.#declared.set(directive.handle, directive.prefix);
    }
  }

  /** The whole tag; null for the lone `!`, which both readers treat like no tag. */
  expand({ handle, suffix, start, end }: TagToken): string | null {
    const tag = handle === null ? suffix : this.#prefixOf(handle, start, end) + suffix;
    if (tag === '!') return null;
    if (this.#reader === 'handler') return tag;
    if (/^[\0- ]|[\0- ]$/.test(tag)) {
      const message = "The frontend's parser dies of a tag that starts or ends with white space.";
      throw new ReaderFailure('parser-crash', message, start, end, 'IllegalArgumentException');
    }
    if (tag.startsWith(yamlTagPrefix) && !frontendTags.has(tag.slice(yamlTagPrefix.length))) {
      throw new ReaderFailure('unsupported-tag', 'The frontend does not know this tag.', start, end);
    }
    return tag;
  }

  #prefixOf(handle: string, start: number, end: number): string {
    const prefix = this.#declared.get(handle) ?? { '!': '!', '!!': yamlTagPrefix }[handle];
    if (prefix !== undefined) return prefix;
    throw new ReaderFailure('unsupported-tag', `There is no %TAG line for ${shorten(handle)}.`, start, end);
  }
}
