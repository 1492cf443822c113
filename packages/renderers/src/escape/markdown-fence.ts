import { showHiddenCharacters } from './show-hidden-characters.ts';
import { longestBacktickRun } from './markdown-code-span.ts';

/** Lines as a fenced code block whose fence is longer than any run of backticks inside. */
export function fencedBlock(lines: readonly string[], language: string): string {
  const content = lines.map(showLine).join('\n');
  const fence = fenceFor(content);
  return `${fence}${language}\n${content}\n${fence}`;
}

/** A fence that is longer than any run of backticks in a text. */
export function fenceFor(content: string): string {
  return '`'.repeat(Math.max(3, longestBacktickRun(content) + 1));
}

/** Tabs stay: they indent, and indentation is what a reader looks for. */
function showLine(line: string): string {
  return line.split('\t').map(showHiddenCharacters).join('\t');
}
