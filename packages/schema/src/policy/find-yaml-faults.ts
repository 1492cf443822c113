import { isMap, visit, type Document, type Node, type Pair, type YAMLError } from 'yaml';
import { quoteText } from './describe-policy-issue.ts';
import { nameOf } from './find-policy-places.ts';

/** What is wrong with the YAML of a policy, and the offset at which it is. */
export interface YamlFault {
  readonly message: string;
  readonly offset: number;
}

/** Each alias is looked up in the whole document. */
const mostAliases = 500;

/**
 * What the parser refuses or warns about; of a document that it takes, keys that are there twice. The parser's own search
 * for them compares each key with every other, which takes a quarter of a minute on a text of keys alone.
 */
export function findYamlFaults(document: Document.Parsed): readonly YamlFault[] {
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return faults.map((fault) => ({ message: describeFault(fault), offset: fault.pos[0] }));
  }
  const found: YamlFault[] = [];
  let aliases = 0;
  visit(document, {
    Collection: (_, node) => {
      if (isMap(node)) found.push(...findRepeatedKeys(node.items));
    },
    Alias: (_, node) => {
      aliases += 1;
      const offset = node.range?.[0] ?? 0; // every parsed node has a range
      if (aliases === mostAliases + 1) found.push({ message: `more than ${mostAliases} aliases`, offset });
      if (aliases > mostAliases || node.resolve(document) !== undefined) return;
      found.push({ message: `no anchor ${quoteText(node.source)} stands before its alias`, offset });
    },
  });
  return found;
}

function findRepeatedKeys(pairs: readonly Pair[]): readonly YamlFault[] {
  const seen = new Set<string>();
  return pairs.flatMap((pair) => {
    const name = nameOf(pair);
    if (name === null) return [];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const offset = (pair.key as Node | null)?.range?.[0] ?? 0; // every parsed key is a node
    return [{ message: `the key ${quoteText(name)} is there twice`, offset }];
  });
}

function describeFault({ code, message }: YAMLError): string {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return 'a second document begins here; a policy is one document';
    case 'RESOURCE_EXHAUSTION':
      return 'too many levels of nesting';
    case 'TAB_AS_INDENT':
      return 'a tab where only spaces may indent';
    default:
      return `not YAML 1.2: ${message.split('\n', 1)[0] ?? message}`;
  }
}
