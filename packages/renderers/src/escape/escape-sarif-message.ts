import { showHiddenCharacters } from './show-hidden-characters.ts';

/**
 * Text for a message string of SARIF, where braces are placeholders and `[text](target)` is a link: it shows as written,
 * save a space within what would be a link. A backslash would not do: one that is there already would take it away.
 */
export function escapeSarifMessage(text: string): string {
  return doubleBraces(showHiddenCharacters(text).replaceAll('](', '] ('));
}

/** Braces as SARIF wants them in every message string, Markdown included. */
export function doubleBraces(text: string): string {
  return text.replaceAll(/[{}]/g, '$&$&');
}
