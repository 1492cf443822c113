import type { PullRequest } from '@topodiff/github-stand-in';
import { runAction, type ActionResult, type ActionStart } from './run-action.ts';
import type { StandInGithub } from './stand-in-github.ts';

/** Runs the action as one workflow does for several events: the same file and job, one run after the other. */
export function makeEventRunner(github: () => StandInGithub) {
  let runId = 0;
  const start = async (
    eventName: string,
    event: unknown,
    more: Partial<ActionStart> = {},
  ): Promise<ActionResult> => {
    const { apiUrl, graphqlUrl, repository, fullToken, serving } = github();
    runId += 1;
    return runAction({
      apiUrl,
      graphqlUrl,
      repository,
      token: fullToken,
      event,
      eventName,
      runId,
      ...more,
      environment: { GITHUB_REPOSITORY_ID: String(serving.id), ...more.environment },
    });
  };
  return {
    start,
    push: (pullRequest: PullRequest, more: Partial<ActionStart> = {}) =>
      start('pull_request_target', github().standIn.pullRequestEvent(pullRequest, 'synchronize'), more),
    /** Somebody comments, and the workflow runs for it. */
    comment: async (
      pullRequest: PullRequest,
      author: string,
      body: string,
      more: Partial<ActionStart> = {},
    ) => {
      const comment = pullRequest.addComment({ author, body });
      const event = github().standIn.issueCommentEvent(pullRequest, comment, 'created');
      return start('issue_comment', event, more);
    },
  };
}

/** The comment of ours, without its marker; empty when there is none. */
export function ownComment({ comments }: PullRequest): string {
  const own = comments.filter(({ body }) => body.startsWith('<!-- topodiff:v1 '));
  if (own.length > 1) throw new Error('there is more than one comment of ours');
  return own[0]?.body.replace(/^<!--.*-->\n/, '') ?? '';
}

/** The fingerprints that the comment asks to approve. */
export function askedFingerprints(pullRequest: PullRequest): readonly string[] {
  return [...ownComment(pullRequest).matchAll(/`\/topodiff approve ([0-9a-f]{16}) REASON`/g)].map(
    ([, fingerprint = '']) => fingerprint,
  );
}
