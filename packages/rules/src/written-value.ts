import type { ConfigValue, ModelConfigDocument, SourceRange } from '@topodiff/schema';

/** A value as the file has it, quotes included, on one line: what a message quotes. */
export function writtenValue(value: ConfigValue): string {
  return oneLine(value.source);
}

/** The text of a place, on one line. */
export function writtenAt(document: ModelConfigDocument, range: SourceRange): string {
  return oneLine(document.text.slice(range.start.offset, range.end.offset));
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
