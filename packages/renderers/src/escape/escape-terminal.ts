import { showHiddenCharacters } from './show-hidden-characters.ts';

/**
 * Text for a terminal: nothing in it moves the cursor, changes colours, reverses direction or starts a line.
 * A terminal may be a job's log, which takes `##[command]` anywhere and `::command` at the start of a line for orders
 * to the runner: those are broken too.
 */
export function escapeTerminal(text: string): string {
  return showHiddenCharacters(text)
    .replace(/##(?=\[)/g, '#\\x23')
    .replace(/(?<![^\s]):(?=:[a-z])/gi, '\\x3a');
}
