import { objectAt, textField } from './answer-fields.ts';
import { callGraphql } from './call-github.ts';
import type { GithubClient } from './github-client.ts';
import { operations } from './operations.ts';

/**
 * The login that the token acts as (`github-actions[bot]` for a workflow's own token).
 *
 * @throws GithubError
 */
export async function loadViewer(client: GithubClient): Promise<string> {
  const operation = operations.readViewer;
  const data = await callGraphql(client, operation, 'query { viewer { login } }', {});
  return textField(operation, objectAt(operation, data, 'viewer'), 'login');
}
