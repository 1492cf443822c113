import { createColors } from 'picocolors';

/** The colours of terminal output; without colour every style is the identity. */
export function terminalStyles(hasColor: boolean) {
  const { bold, dim, red, green, yellow, cyan, underline } = createColors(hasColor);
  return { bold, dim, red, green, yellow, cyan, underline };
}
