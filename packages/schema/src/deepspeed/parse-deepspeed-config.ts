import { LineIndex } from '../document/line-index.ts';
import type { SourceRange } from '../document/source-range.ts';

/** A DeepSpeed inference configuration (`ds-config.json`), as far as it decides a topology. */
export interface DeepspeedConfig {
  /** `tensor_parallel.tp_size` (or its older name `mp_size`); undefined when the file does not say: DeepSpeed then takes 1. */
  readonly tensorParallelSize?: number;
  /** Where the size stands, or the first line. */
  readonly tensorParallelRange: SourceRange;
  readonly problems: readonly {
    readonly code: 'not-json' | 'not-an-object' | 'not-a-number';
    readonly message: string;
    readonly range: SourceRange;
  }[];
}

/** Reads a ds-config.json. Never throws; what is wrong is in `problems`, with its place. */
export function parseDeepspeedConfig(text: string): DeepspeedConfig {
  const lines = new LineIndex(text);
  const wholeFile = lines.firstLine(text);
  const parsed = parseJson(text);
  if ('failedAt' in parsed) {
    const range =
      parsed.failedAt === undefined ? wholeFile : lines.rangeBetween(parsed.failedAt, parsed.failedAt + 1);
    return {
      tensorParallelRange: wholeFile,
      problems: [{ code: 'not-json', message: `the file is not JSON: ${parsed.reason}`, range }],
    };
  }
  if (!isObject(parsed.value)) {
    return {
      tensorParallelRange: wholeFile,
      problems: [{ code: 'not-an-object', message: 'the file is not a JSON object', range: wholeFile }],
    };
  }
  const section = parsed.value['tensor_parallel'];
  const name = isObject(section) && Object.hasOwn(section, 'tp_size') ? 'tp_size' : 'mp_size';
  const size = isObject(section) && name === 'tp_size' ? section['tp_size'] : parsed.value['mp_size'];
  if (size === undefined) return { tensorParallelRange: wholeFile, problems: [] };
  const range = rangeOfMember(text, name, lines) ?? wholeFile;
  if (typeof size === 'number' && Number.isInteger(size)) {
    return { tensorParallelSize: size, tensorParallelRange: range, problems: [] };
  }
  return {
    tensorParallelRange: range,
    problems: [{ code: 'not-a-number', message: `${name} is not a whole number`, range }],
  };
}

function parseJson(text: string): { value: unknown } | { reason: string; failedAt: number | undefined } {
  try {
    return { value: JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown }; // checked by the caller
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : String(error);
    const position = /position (\d+)/.exec(reason)?.[1];
    return { reason, failedAt: position === undefined ? undefined : Number(position) };
  }
}

/** The member's name and value in the text: names of this file are written without escapes. */
function rangeOfMember(text: string, name: string, lines: LineIndex): SourceRange | undefined {
  const match = new RegExp(`"${name}"\\s*:\\s*[^,}\\s]+`).exec(text);
  return match === null ? undefined : lines.rangeBetween(match.index, match.index + match[0].length);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
