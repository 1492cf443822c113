import type { Finding } from '@topodiff/rules';
import { fillMessage, type SourceRange } from '@topodiff/schema';
import type { SourceText } from './review-input.ts';

type Unreadable = Extract<SourceText, { kind: 'unreadable' }>;

const firstCharacter: SourceRange = {
  start: { offset: 0, line: 1, column: 1 },
  end: { offset: 0, line: 1, column: 1 },
};

const suggestions: Readonly<Record<Unreadable['reason'], string>> = {
  symlink: 'Put the configuration itself here: a link can point at a file that nobody reviews.',
  directory: 'Name the file itself.',
  'not-a-file': 'Name a file, or pipe the text into standard input (-).',
  submodule: 'Review the configuration in the repository of the submodule.',
  'lfs-pointer': 'Keep the configuration itself in git: what a pointer stands for cannot be reviewed.',
  'too-large': 'A model-config.yaml has a few kilobytes: move what else is in it elsewhere.',
  missing: 'Check the path.',
  permission: 'Allow reading the file.',
  failed: 'Try again; if it stays, read the file by hand.',
};

/** The finding that stands for a file whose text could not be had: nothing is known of it, and that is an error. */
export function describeUnreadable({ reason, detail }: Unreadable): Finding {
  return {
    ruleId: `input/${reason}`,
    messageId: 'unreadable',
    severity: 'error',
    params: { detail },
    message: fillMessage('The file was not reviewed: {detail}.', { detail }),
    suggestion: fillMessage(suggestions[reason], {}),
    path: [],
    range: firstCharacter,
    isExactRange: false,
  };
}

/** The finding that stands for a file with more values than can be read within bounds. */
export function describeTooComplex(): Finding {
  return {
    ruleId: 'input/too-complex',
    messageId: 'unreadable',
    severity: 'error',
    params: {},
    message: fillMessage(
      'The file was not reviewed: it may hold more than 600,000 values, and reading them would take all memory.',
      {},
    ),
    suggestion: fillMessage(suggestions['too-large'], {}),
    path: [],
    range: firstCharacter,
    isExactRange: false,
  };
}

/** The finding that stands for a bug of ours, so that one model hides no other. */
export function describeCrash(error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    ruleId: 'internal/review-crashed',
    messageId: 'crashed',
    severity: 'error',
    params: { reason },
    message: fillMessage('topodiff failed on this file, and it was not reviewed: {reason}', { reason }),
    suggestion: fillMessage('This is a bug of topodiff. Please report it with the file.', {}),
    path: [],
    range: firstCharacter,
    isExactRange: false,
  };
}
