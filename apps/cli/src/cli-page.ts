import { commandDescriptions, describeCommand, describeProgram } from './help.ts';

/** The docs page of the command line: the help texts as they are printed. */
export function renderCliPage(): string {
  const commands = commandDescriptions.map(
    ({ name, summary }) => `## ${name}\n\n${capitalize(summary)}.\n\n${fence(describeCommand(name))}`,
  );
  return [
    '<!-- Generated from apps/cli/src/help.ts and options.ts by `npm run generate`. -->',
    '# The command line',
    fence(describeProgram()),
    ...commands,
  ]
    .join('\n\n')
    .concat('\n');
}

function fence(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
