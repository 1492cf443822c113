import { showHiddenCharacters } from '@topodiff/renderers';

/**
 * A text from a file, a pull request or a person, with the characters that cannot be seen, or that act on their
 * surroundings, written as what they are. Markup is escaped by the renderer, later.
 */
export function shown(text: string): string {
  return showHiddenCharacters(text);
}
