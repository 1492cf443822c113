import * as z from 'zod';
import type { AppParts } from '../app-parts.ts';
import type { RepositoryRecord } from '../store/store.ts';
import { askGithub, repositoryPath } from './ask-github.ts';
import type { UserIdentity } from './identity.ts';
import { readAnswer } from './read-answer.ts';

const RepositorySchema = z.object({ id: z.int().positive(), full_name: z.string() });

/**
 * A repository as GitHub shows it to a user now, also one that nothing was uploaded for; null when he cannot read it.
 *
 * @throws GithubFailure when there is no usable answer
 */
export async function findRepositoryAtGithub(
  parts: Pick<AppParts, 'configuration' | 'fetch'>,
  user: UserIdentity,
  fullName: string,
): Promise<RepositoryRecord | null> {
  const path = repositoryPath(fullName);
  if (path === null) return null;
  const repository = readAnswer(await askGithub(parts, user, path), RepositorySchema);
  return repository && { id: repository.id, fullName: repository.full_name };
}
