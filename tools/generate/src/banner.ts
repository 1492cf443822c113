/** The command that writes every generated file. */
const generateCommand = 'npm run generate';

/** The first line of a generated Markdown file: where it comes from and how to write it again. */
export function markdownBanner(sources: readonly string[]): string {
  return `<!-- Generated from ${sources.join(' and ')} by \`${generateCommand}\`. Do not edit. -->`;
}

/** The same for a JSON file, whose only comments are its own members. */
export function jsonBanner(sources: readonly string[]): string {
  return `Generated from ${sources.join(' and ')} by \`${generateCommand}\`. Do not edit.`;
}
