import { showHiddenCharacters } from './show-hidden-characters.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML: element content and quoted attributes. One line, so that it cannot end an HTML block of Markdown. */
export function escapeHtml(text: string): string {
  return showHiddenCharacters(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
