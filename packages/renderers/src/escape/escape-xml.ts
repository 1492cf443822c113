import { escapeHtml } from './escape-html.ts';

/** Text for XML (SVG) and for HTML that is XML as well: as for HTML, without the two code points that XML forbids. */
export function escapeXml(text: string): string {
  return escapeHtml(text).replace(
    /[\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}
