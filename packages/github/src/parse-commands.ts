/** One command of a comment. */
export type ApprovalCommand =
  | { readonly kind: 'approve'; readonly fingerprint: string; readonly reason: string }
  /** One clause: what is wrong with it. */
  | { readonly kind: 'unusable'; readonly problem: string };

const usage = 'write `/topodiff approve FINGERPRINT REASON`';

/** Whether a comment gives commands: its first line that is not empty begins with `/topodiff`. */
export function isCommand(body: string): boolean {
  return /^\s*\/topodiff(?=\s|$)/.test(body);
}

/** The commands of a comment: the lines from the first on that begin with `/topodiff`. Quotes and code give none. */
export function parseCommands(body: string): readonly ApprovalCommand[] {
  if (!isCommand(body)) return [];
  const lines = body.trim().split(/\r\n|\n|\r/);
  const end = lines.findIndex((line) => !/^\s*\/topodiff(?=\s|$)/.test(line));
  return lines.slice(0, end === -1 ? undefined : end).map(parseCommand);
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
  return { kind: 'approve', fingerprint: fingerprint.toLowerCase(), reason: reason.join(' ') };
}
