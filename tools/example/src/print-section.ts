/** Prints a text under a rule with its title. */
export function printSection(title: string, text: string): void {
  console.log(`── ${title} ${'─'.repeat(Math.max(0, 96 - title.length))}\n\n${text.trimEnd()}\n`);
}
