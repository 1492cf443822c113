import {
  replyOnPullRequest,
  type CommandResult,
  type GithubClient,
  type ReviewRange,
} from '@topodiff/github';
import { escapeMarkdown } from '@topodiff/renderers';
import type { ActionsRuntime } from './actions-runtime.ts';
import type { TriggerComment } from './event-refs.ts';

/**
 * Tells somebody whose command does not count why, on the pull request. Only the comment that started the run is answered,
 * and not again when the run is started again; the review's own comment lists all of them.
 */
export async function replyToCommand(
  runtime: ActionsRuntime,
  client: GithubClient,
  { owner, repo, number }: ReviewRange,
  comment: TriggerComment,
  commands: readonly CommandResult[],
): Promise<void> {
  const attempt = Number(runtime.environment['GITHUB_RUN_ATTEMPT'] ?? '1');
  if (comment.action === 'deleted' || comment.isBot || number === null || attempt > 1) return;
  const problems = commands
    .filter(({ commentId }) => commentId === comment.id)
    .flatMap(({ problem, fingerprint }) => (problem === null ? [] : [{ problem, fingerprint }]));
  if (problems.length === 0) return;
  const lines = problems.map(
    ({ problem, fingerprint }) =>
      `- ${fingerprint === null ? '' : `\`${fingerprint}\`: `}${escapeMarkdown(problem)}.\n`,
  );
  const body = `@${comment.author} This approval does not count:\n\n${lines.join('')}`;
  const outcome = await replyOnPullRequest(client, { owner, repo, number, body });
  runtime.log(
    outcome.kind === 'replied'
      ? `Replied to ${comment.author}: ${outcome.url}`
      : `No reply to ${comment.author}: ${outcome.error.message}.`,
  );
}
