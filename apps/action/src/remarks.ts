import type { Published } from './outputs.ts';

/** One line about what was published; a fault belongs in the summary too. */
export interface Remark {
  readonly message: string;
  readonly isFault: boolean;
}

/** One line for each thing that was written or could not be; a reason that two share is told once. */
export function listRemarks({ comment, checkRun, suggestions, status, page }: Published): readonly Remark[] {
  return [
    ...describeComment(comment),
    ...describeCheckRunOutcome(checkRun),
    ...(suggestions.kind === 'suggested'
      ? [told(`Suggested ${suggestions.made} ${suggestions.made === 1 ? 'fix' : 'fixes'} in a review.`)]
      : []),
    // Both take one permission: without it one line is enough.
    ...(suggestions.kind === 'failed' && !(lacksPermission(suggestions) && lacksPermission(comment))
      ? [fault(`No suggestions on the pull request: ${suggestions.error.message}.`)]
      : []),
    ...(status.kind === 'set' ? [told(`Status ${status.context}: ${status.state}`)] : []),
    ...(page.kind === 'ok' ? [told(`Review page: ${page.value}`)] : []),
    ...(page.kind === 'failed'
      ? [fault(`The review dashboard did not take the report: ${page.reason}.`)]
      : []),
    ...(status.kind === 'superseded'
      ? [told('The commit status is from a newer run and stays as it is.')]
      : []),
    ...(status.kind === 'failed' ? [fault(`No commit status: ${status.error.message}.`)] : []),
  ];
}

function lacksPermission(outcome: Published['comment'] | Published['suggestions']): boolean {
  return outcome.kind === 'failed' && outcome.error.kind === 'no-permission';
}

function told(message: string): Remark {
  return { message, isFault: false };
}

function fault(message: string): Remark {
  return { message, isFault: true };
}

function describeComment(comment: Published['comment']): readonly Remark[] {
  switch (comment.kind) {
    case 'failed':
      return [fault(`No comment on the pull request: ${comment.error.message}.`)];
    case 'superseded':
      return [
        told(
          comment.url === ''
            ? 'No comment: the pull request has another head by now, which a newer run reviews.'
            : `The comment is from a newer run and stays as it is: ${comment.url}`,
        ),
      ];
    case 'created':
    case 'edited':
    case 'unchanged': {
      const more =
        comment.duplicates === 0 ? '' : ` (${comment.duplicates} more of this key now point to it)`;
      return [told(`Comment ${comment.kind}: ${comment.url}${more}`)];
    }
    case 'not-needed':
    case 'disabled':
      return [];
  }
}

function describeCheckRunOutcome(checkRun: Published['checkRun']): readonly Remark[] {
  switch (checkRun.kind) {
    case 'written':
      return [told(`Check run with ${checkRun.annotations} annotations: ${checkRun.url}`)];
    case 'failed': {
      const part =
        checkRun.annotations === 0
          ? 'No check run'
          : `A check run with ${checkRun.annotations} annotations only`;
      return [fault(`${part}: ${checkRun.error.message}.`)];
    }
    case 'disabled':
      return [];
  }
}
