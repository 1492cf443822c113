/** One command of a comment. */
export type ApprovalCommand =
  | { readonly kind: 'approve'; readonly fingerprint: string; readonly reason: string }
  /** One clause: what is wrong with it. */
  | { readonly kind: 'unusable'; readonly problem: string };

const usage = 'write `/topodiff approve FINGERPRINT REASON`';

/** Each command is answered and listed: a comment of 65,536 characters would give 1,700 of them. */
export const mostCommands = 20;

/** Four spaces or a tab make code of a line. */
const commandLine = /^ {0,3}\/topodiff(?=\s|$)/;

/** Whether a comment gives commands: its first line that is not empty begins with `/topodiff`. */
export function isCommand(body: string): boolean {
  return commandLine.test(withoutEmptyLines(body));
}

/** The commands of a comment: the lines from the first on that begin with `/topodiff`. Quotes and code give none. */
export function parseCommands(body: string): readonly ApprovalCommand[] {
  const lines = withoutEmptyLines(body).split(/\r\n|\n|\r/);
  const end = lines.findIndex((line) => !commandLine.test(line));
  const commands = end === -1 ? lines : lines.slice(0, end);
  const parsed = commands.slice(0, mostCommands).map(parseCommand);
  if (commands.length <= mostCommands) return parsed;
  return [
    ...parsed,
    {
      kind: 'unusable',
      problem: `a comment gives at most ${mostCommands} commands, and the rest is not read`,
    },
  ];
}

function withoutEmptyLines(body: string): string {
  return body.replace(/^(?:[^\S\r\n]*(?:\r\n|\n|\r))+/, '').trimEnd();
}

function parseCommand(line: string): ApprovalCommand {
  const [, verb = '', fingerprint = '', ...reason] = line.trim().split(/\s+/);
  const unusable = (problem: string): ApprovalCommand => ({ kind: 'unusable', problem });
  if (verb === '') return unusable(`no command is given: ${usage}`);
  if (verb !== 'approve')
    return unusable(`there is no command ${JSON.stringify(verb.slice(0, 40))}: ${usage}`);
  if (!/^[0-9a-f]{16}$/i.test(fingerprint)) {
    return unusable(`the fingerprint is not one of 16 hexadecimal digits: ${usage}`);
  }
  if (reason.length === 0) return unusable(`the reason is missing: ${usage}`);
  if (reason.join(' ') === 'REASON')
    return unusable('`REASON` stands for your own words: say why you approve');
  return { kind: 'approve', fingerprint: fingerprint.toLowerCase(), reason: reason.join(' ') };
}
