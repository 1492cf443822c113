import { objectAt, textField } from './answer-fields.ts';
import { describeFailure, isObject, toGithubError } from './call-github.ts';
import { GithubError } from './external-error.ts';
import type { GithubClient } from './github-client.ts';
import { operations } from './operations.ts';

/**
 * The login that the token acts as (`github-actions[bot]` for a workflow's own token).
 *
 * @throws GithubError
 */
export async function loadViewer(client: GithubClient): Promise<string> {
  const operation = operations.readViewer;
  try {
    const response = await client.graphql('query { viewer { login } }', {});
    const errors: unknown = isObject(response.data) ? response.data['errors'] : undefined;
    if (response.status >= 400) throw new GithubError(describeFailure(operation, response));
    if (Array.isArray(errors) && errors.length > 0) {
      throw new GithubError(describeFailure(operation, { ...response, data: errors[0] as unknown })); // checked by the reader
    }
    return textField(operation, objectAt(operation, response.data, 'data', 'viewer'), 'login');
  } catch (error) {
    throw toGithubError(operation, error);
  }
}
