import { readYaml, type YamlReading } from '../yaml/read-yaml.ts';
import { collectDuplicateKeys } from './collect-duplicate-keys.ts';
import { collectPlainScalars } from './collect-plain-scalars.ts';
import type { Reader } from './config-value.ts';
import { LineIndex } from './line-index.ts';
import type {
  DuplicateKey,
  ModelConfigDocument,
  PlainScalar,
  Problem,
  Reading,
} from './model-config-document.ts';
import { RangeFinder } from './range-finder.ts';

/** What is known of the bytes that the text was made of. */
export interface ParseModelConfigOptions {
  /**
   * The bytes were no UTF-8 throughout, and what was not stands in the text as U+FFFD: the frontend reads it so, the
   * handler's open() refuses the file.
   */
  readonly hasInvalidUtf8?: boolean;
}

/**
 * Reads the text of a model-config.yaml as both of TorchServe's readers do: the frontend's SnakeYAML 2.1
 * (archive/utils/ArchiveUtils.java, readYamlFile) and the worker's PyYAML 6 (ts/utils/util.py, get_yaml_config).
 * Never throws and never hangs, whatever the text: what is wrong with it is in `problems`.
 */
export function parseModelConfig(text: string, options: ParseModelConfigOptions = {}): ModelConfigDocument {
  const lines = new LineIndex(text);
  const frontendReading = readYaml(text, 'frontend', lines);
  const handlerReading = readYaml(text, 'handler', lines);
  const frontend = readingOf(frontendReading, 'frontend', lines);
  const handler =
    options.hasInvalidUtf8 === true
      ? ({ outcome: 'unreadable', problem: invalidUtf8(text, lines) } as const)
      : readingOf(handlerReading, 'handler', lines);

  const nodes = frontendReading.nodes ?? handlerReading.nodes;
  let ranges: RangeFinder | undefined;
  let duplicateKeys: readonly DuplicateKey[] | undefined;
  let plainScalars: readonly PlainScalar[] | undefined;
  return {
    text,
    problems: problemsOf(frontend, handler),
    frontend,
    handler,
    get duplicateKeys() {
      return (duplicateKeys ??= nodes === null ? [] : collectDuplicateKeys(nodes, text, lines));
    },
    get plainScalars() {
      return (plainScalars ??= nodes === null ? [] : collectPlainScalars(nodes, text, lines));
    },
    rangeOf(path, target) {
      const root = [frontend, handler].find((reading) => reading.outcome === 'loaded')?.root ?? null;
      ranges ??= new RangeFinder(root, lines.firstLine(text));
      return ranges.find(path, target);
    },
    rangeBetween: (start, end) => lines.rangeBetween(start, end),
  };
}

function readingOf({ result }: YamlReading, reader: Reader, lines: LineIndex): Reading {
  if (result.kind === 'value') return { outcome: 'loaded', root: result.value };
  const { code, message, start, end, crash } = result.failure;
  const problem: Problem = { code, message, rejectedBy: reader, range: lines.rangeBetween(start, end) };
  return { outcome: 'unreadable', problem, ...(crash === undefined ? {} : { crash }) };
}

function invalidUtf8(text: string, lines: LineIndex): Problem {
  const at = Math.max(text.indexOf('\ufffd'), 0);
  return {
    code: 'invalid-utf8',
    message: 'The file is not encoded in UTF-8; Python refuses to open it as text.',
    rejectedBy: 'handler',
    range: lines.rangeBetween(at, at + 1),
  };
}

/** In file order; what both readers refuse for the same reason at the same place is one problem. */
function problemsOf(frontend: Reading, handler: Reading): readonly Problem[] {
  const problems = [frontend, handler].flatMap((reading) =>
    reading.outcome === 'unreadable' ? [reading.problem] : [],
  );
  const [first, second] = problems;
  if (first === undefined || second === undefined) return problems;
  if (first.code === second.code && first.range.start.offset === second.range.start.offset) {
    return [{ ...first, rejectedBy: 'both' }];
  }
  return problems.sort((a, b) => a.range.start.offset - b.range.start.offset);
}
