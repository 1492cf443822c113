import { objectAt } from './answer-fields.ts';
import { callGraphql } from './call-github.ts';
import type { GithubClient } from './github-client.ts';
import { operations } from './operations.ts';

const commentsPerQuery = 50;

/**
 * Which of some comments were ever edited. The times of REST have whole seconds, in which a program can change somebody
 * else's comment: only GraphQL remembers the edit itself. What it does not vouch for counts as edited.
 *
 * @param nodeIds GraphQL's names of the comments
 * @throws GithubError also when a comment is gone by now
 */
export async function findEditedComments(
  client: GithubClient,
  nodeIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(nodeIds)].filter(isNodeId);
  const edited = new Set(nodeIds.filter((nodeId) => !isNodeId(nodeId)));
  for (let start = 0; start < wanted.length; start += commentsPerQuery) {
    const batch = wanted.slice(start, start + commentsPerQuery);
    const fields = batch.map((nodeId, index) => `c${index}: node(id: "${nodeId}") { ...comment }`).join(' ');
    const query = `query { ${fields} } fragment comment on IssueComment { lastEditedAt includesCreatedEdit }`;
    const data = await callGraphql(client, operations.readEdits, query, {});
    for (const [index, nodeId] of batch.entries()) {
      const comment = objectAt(operations.readEdits, data, `c${index}`);
      if (comment['lastEditedAt'] !== null || comment['includesCreatedEdit'] !== false) edited.add(nodeId);
    }
  }
  return edited;
}

/** Nothing that could end the text in the query. */
function isNodeId(nodeId: string): boolean {
  return /^[\w+/=-]{1,200}$/.test(nodeId);
}
