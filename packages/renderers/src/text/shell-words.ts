import { escapeTerminal } from '../escape/escape-terminal.ts';
import { displayWidth } from './layout/display-width.ts';

/** A word as a POSIX shell reads it, quoted where it must be. */
export function shellWord(word: string): string {
  const shown = escapeTerminal(word);
  return /^[\w@%+=:,./$-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}

/** A command on as many lines as it needs, an option never apart from its value; lines go on after `\`. */
export function commandLines(argv: readonly string[], width: number): readonly string[] {
  const groups: string[] = [];
  for (const [index, word] of argv.entries()) {
    const isValue = index > 0 && !word.startsWith('-') && (argv[index - 1] ?? '').startsWith('--');
    if (isValue) groups[groups.length - 1] += ` ${shellWord(word)}`;
    else groups.push(shellWord(word));
  }
  const lines: string[] = [];
  for (const group of groups) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last) + 1 + displayWidth(group) + 2 <= width) {
      lines[lines.length - 1] = `${last} ${group}`;
    } else {
      lines.push(lines.length === 0 ? group : `  ${group}`);
    }
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
}
