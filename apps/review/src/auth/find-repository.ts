import * as z from 'zod';
import type { AppParts } from '../create-app.ts';
import type { RepositoryRecord } from '../store/store.ts';
import { askGithub, repositoryPath } from './ask-github.ts';
import { GithubFailure } from './github-failure.ts';
import type { Identity } from './identity.ts';

const RepositorySchema = z.object({ id: z.int().positive(), full_name: z.string() });

/**
 * A repository as GitHub shows it to a user now, also one that nothing was uploaded for; null when he cannot read it.
 *
 * @throws GithubFailure when there is no usable answer
 */
export async function findRepositoryAtGithub(
  parts: Pick<AppParts, 'configuration' | 'fetch'>,
  user: Extract<Identity, { readonly kind: 'user' }>,
  fullName: string,
): Promise<RepositoryRecord | null> {
  const path = repositoryPath(fullName);
  if (path === null) return null;
  const answer = await askGithub(parts, user, path);
  if (answer.kind === 'failure') throw new GithubFailure(answer.failure, answer.reason);
  if (answer.status !== 200) return null;
  const repository = RepositorySchema.safeParse(answer.body);
  if (!repository.success) {
    throw new GithubFailure('unavailable', 'GitHub answered something that is not understood.');
  }
  return { id: repository.data.id, fullName: repository.data.full_name };
}
