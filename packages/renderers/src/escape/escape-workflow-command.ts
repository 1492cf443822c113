import { showHiddenCharacters } from './show-hidden-characters.ts';

/**
 * Text for the message of a workflow command. `%` goes first in the runner's own order, so it does here.
 * A line break that is meant is made by joining escaped lines with `commandLineBreak`.
 */
export function escapeCommandData(text: string): string {
  return showHiddenCharacters(text).replaceAll('%', '%25');
}

/** Text for a property of a workflow command (`file=`, `title=`), where `,` and `:` end things too. */
export function escapeCommandProperty(text: string): string {
  return escapeCommandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A line break inside the message of a workflow command. */
export const commandLineBreak = '%0A';
