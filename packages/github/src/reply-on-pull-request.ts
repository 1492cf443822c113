import { objectAt } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { operations } from './operations.ts';
import { returnFailure, type Failure } from './return-failure.ts';

/** Where the answer stands, or why there is none. */
export type ReplyOutcome = { readonly kind: 'replied'; readonly url: string } | Failure;

/** Answers somebody on the pull request, in a comment of its own. */
export async function replyOnPullRequest(
  client: GithubClient,
  { owner, repo, number, body }: RepositoryName & { readonly number: number; readonly body: string },
): Promise<ReplyOutcome> {
  return returnFailure(async () => {
    const { data } = await callGithub(client, operations.createComment, {
      owner,
      repo,
      issue_number: number,
      body,
    });
    const url = objectAt(operations.createComment, data)['html_url'];
    return { kind: 'replied', url: typeof url === 'string' ? url : '' };
  });
}
