import { shown } from '../parts/shown.ts';

/** A command for people, one option with its value on a line; quoted as a shell would need it. */
export function commandText(argv: readonly string[]): string {
  const lines: string[] = [];
  for (const [index, word] of argv.entries()) {
    const before = argv[index - 1] ?? '';
    const isValue = index > 0 && !word.startsWith('-') && before.startsWith('--');
    if (isValue) lines.push(`${lines.pop() ?? ''} ${shellWord(word)}`);
    else lines.push(`${index === 0 ? '' : '  '}${shellWord(word)}`);
  }
  return lines.join(' \\\n');
}

function shellWord(word: string): string {
  const text = shown(word);
  return /^[\w@%+=:,./$-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
