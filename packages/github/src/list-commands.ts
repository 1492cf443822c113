import { readAccount } from './account.ts';
import type { CommentCandidate } from './approval-candidate.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { loadPages } from './load-pages.ts';
import { operations } from './operations.ts';
import { parseCommands } from './parse-commands.ts';

/** Why an edited comment does not count: whoever may write to the repository may edit everybody's. */
export const editedProblem = 'the comment was edited, which revokes it: write a new one';

/**
 * Every command of a pull request's comments, oldest first.
 *
 * @throws GithubError
 */
export async function listCommands(
  client: GithubClient,
  { owner, repo, number }: RepositoryName & { readonly number: number },
): Promise<readonly CommentCandidate[]> {
  const params = { owner, repo, issue_number: number };
  const comments = await loadPages(client, operations.listComments, params, 'comments');
  return comments.flatMap((comment) => {
    const { id, node_id: nodeId, body, user, html_url: url } = comment;
    const { created_at: createdAt, updated_at: updatedAt } = comment;
    if (typeof id !== 'number' || typeof body !== 'string') return [];
    const candidate = {
      account: readAccount(user),
      at: typeof createdAt === 'string' ? createdAt : '',
      url: typeof url === 'string' ? url : null,
      via: 'comment' as const,
      commentId: id,
      nodeId: typeof nodeId === 'string' ? nodeId : '',
    };
    const isEdited = typeof createdAt !== 'string' || createdAt !== updatedAt;
    return parseCommands(body).map((command): CommentCandidate =>
      command.kind === 'unusable'
        ? { ...candidate, fingerprint: null, reason: '', problem: command.problem }
        : {
            ...candidate,
            fingerprint: command.fingerprint,
            reason: command.reason,
            problem: isEdited ? editedProblem : null,
          },
    );
  });
}
