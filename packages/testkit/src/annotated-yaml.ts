/** A place as a case draws it: 1-based, `end` after the last character. */
export interface AnnotatedPosition {
  readonly line: number;
  readonly column: number;
}

/** What a marker expects: a message at a place. */
export interface Annotation {
  readonly start: AnnotatedPosition;
  readonly end: AnnotatedPosition;
  readonly messageId: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  /** The marker ends with `nearest`: the node is missing, and the range is the nearest existing one's. */
  readonly isNearest: boolean;
}

/** A text and what is expected of it. */
export interface AnnotatedYaml {
  /** The source without its marker lines. */
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

const drawn = /^( *)#( *)(\^+) +([a-z]\w*)(?: +(\{.*\}))?( +nearest)? *$/;
const written = /^ *# +@(\d+):(\d+)-(\d+):(\d+) +([a-z]\w*)(?: +(\{.*\}))?( +nearest)? *$/;

/**
 * Reads YAML with expected findings drawn into it as comments. The markers are taken out of the text.
 *
 * - `#   ^^^ messageId {"param":1}` marks the columns under its carets in the nearest line above that is no
 *   marker; a `#` that touches the carets counts as the first of them, so that column 1 can be marked.
 * - `# @1:1-2:4 messageId {…}` names a range (line:column, end exclusive) that cannot be drawn: over several
 *   lines, one character in column 1, or in an empty file. Lines are those of the text without markers.
 * - `nearest` at the end says that the node does not exist and the range is the nearest existing one's.
 *
 * @throws Error on a line that looks like a marker and is none, so that no expectation is lost.
 */
export function parseAnnotatedYaml(source: string): AnnotatedYaml {
  const lines = source.split('\n');
  const kept: string[] = [];
  const annotations: Annotation[] = [];
  for (const line of lines) {
    const annotation = readDrawnMarker(line, kept.length) ?? readWrittenMarker(line);
    if (annotation !== null) annotations.push(annotation);
    else if (/^ *# *(\^|@\d)/.test(line)) throw new Error(`This is not a well-formed marker: ${line}`);
    else kept.push(line);
  }
  return { text: kept.join('\n'), annotations };
}

function readDrawnMarker(line: string, lineNumber: number): Annotation | null {
  const match = drawn.exec(line);
  if (match === null) return null;
  const [, indent = '', gap = '', carets = '', messageId = '', params, nearest] = match;
  if (lineNumber === 0) throw new Error(`There is no line above the marker: ${line}`);
  const touches = gap === '';
  const column = indent.length + 1 + (touches ? 0 : 1 + gap.length);
  const width = carets.length + (touches ? 1 : 0);
  return {
    start: { line: lineNumber, column },
    end: { line: lineNumber, column: column + width },
    messageId,
    params: readParams(params),
    isNearest: nearest !== undefined,
  };
}

function readWrittenMarker(line: string): Annotation | null {
  const match = written.exec(line);
  if (match === null) return null;
  const [startLine, startColumn, endLine, endColumn] = match.slice(1, 5).map(Number);
  const [messageId = '', params, nearest] = match.slice(5);
  return {
    start: { line: startLine ?? 0, column: startColumn ?? 0 },
    end: { line: endLine ?? 0, column: endColumn ?? 0 },
    messageId,
    params: readParams(params),
    isNearest: nearest !== undefined,
  };
}

function readParams(json: string | undefined): Annotation['params'] {
  if (json === undefined) return {};
  return JSON.parse(json) as Annotation['params']; // a marker is source code of ours; a wrong shape fails the comparison
}
