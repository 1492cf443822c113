import type { Reader } from '../document/config-value.ts';
import { tags } from './yaml-node.ts';

interface ImplicitType {
  readonly tag: string;
  readonly pattern: RegExp;
  /** Longer texts are not tried. */
  readonly limit: number;
}

const boolean = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const nothing = /^(?:~|null|Null|NULL|)$/;
const merge = /^<<$/;
const timestamp =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;

/** As SnakeYAML 2.1 tries them (resolver/Resolver.java, addImplicitResolvers), in its order. */
const frontendTypes: readonly ImplicitType[] = [
  { tag: tags.bool, pattern: boolean, limit: 10 },
  {
    tag: tags.int,
    pattern:
      /^[-+]?(?:0b_*[01][01_]*|0_*[0-7][0-7_]*|0|[1-9][0-9_]*|0x_*[0-9a-fA-F][0-9a-fA-F_]*|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
    limit: 1024,
  },
  {
    tag: tags.float,
    pattern:
      /^(?:[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN))$/,
    limit: 1024,
  },
  { tag: tags.merge, pattern: merge, limit: 10 },
  { tag: tags.null, pattern: nothing, limit: 10 },
  { tag: tags.timestamp, pattern: timestamp, limit: 50 },
];

/** As PyYAML 6.0 tries them (yaml/resolver.py), in its order. */
const handlerTypes: readonly ImplicitType[] = [
  { tag: tags.bool, pattern: boolean, limit: 10 },
  {
    tag: tags.float,
    pattern:
      /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
    limit: Infinity,
  },
  {
    tag: tags.int,
    pattern: /^[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
    limit: Infinity,
  },
  { tag: tags.merge, pattern: merge, limit: 2 },
  { tag: tags.null, pattern: nothing, limit: 4 },
  { tag: tags.timestamp, pattern: timestamp, limit: Infinity },
  { tag: tags.value, pattern: /^=$/, limit: 1 },
];

/** Only a text that starts with one of these can be anything but a string. */
const firstCharacters = /^[-+.0-9yYnNtTfFoO~<=]/;

/** The tag that a reader gives to a plain scalar because of its text. */
export function resolveTag(text: string, reader: Reader): string {
  if (text !== '' && !firstCharacters.test(text)) return tags.str;
  const types = reader === 'frontend' ? frontendTypes : handlerTypes;
  const type = types.find(({ pattern, limit }) => text.length <= limit && pattern.test(text));
  return type?.tag ?? tags.str;
}
