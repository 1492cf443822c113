import * as z from 'zod';
import type { AppParts } from '../app-parts.ts';
import type { RepositoryRecord } from '../store/store.ts';
import { askGithub, repositoryPath } from './ask-github.ts';
import { findRepositoryAtGithub } from './find-repository.ts';
import { GithubFailure } from './github-failure.ts';
import { hashToken } from './hash-token.ts';
import { permissions } from './identity.ts';
import type { GithubAccess, Permission, UserIdentity } from './identity.ts';
import { readAnswer } from './read-answer.ts';

type AccessParts = Pick<AppParts, 'configuration' | 'fetch' | 'now'>;

const rememberedForMs = 5 * 60_000;
const mostRemembered = 1_000;
/** 10,000 repositories: who has more sees the first ones. */
const mostPages = 100;

const RepositoriesSchema = z.array(z.object({ id: z.int() }));
const UserSchema = z.object({ id: z.int(), login: z.string() });
const PermissionSchema = z.object({
  permission: z.string(),
  role_name: z.string().optional(),
  user: z.object({ id: z.int() }).nullable(),
});

async function listReadable(parts: AccessParts, user: UserIdentity): Promise<ReadonlySet<number>> {
  const ids = new Set<number>();
  for (let page = 1; page <= mostPages; page += 1) {
    // Pages are counted, and links not followed: the user's token goes nowhere that an answer names.
    const query = `per_page=100&affiliation=owner,collaborator,organization_member&page=${page}`;
    const answer = await askGithub(parts, user, `/user/repos?${query}`);
    const repositories = readAnswer(answer, RepositoriesSchema);
    if (repositories === null) throw new GithubFailure('unavailable', 'GitHub lists no repositories.');
    for (const { id } of repositories) ids.add(id);
    if (answer.kind === 'answer' && !answer.hasNextPage) break;
  }
  return ids;
}

/** Remembers by the hash of the user's token: every sign-in has another one. */
function createMemory(parts: AccessParts): GithubAccess['readableRepositories'] {
  interface Remembered {
    readonly until: number;
    readonly ids: Promise<ReadonlySet<number>>;
  }
  const memory = new Map<string, Remembered>();
  return async (user) => {
    const key = hashToken(user.token);
    const now = parts.now().getTime();
    const known = memory.get(key);
    if (known !== undefined && now < known.until) return known.ids;
    const remembered = { until: now + rememberedForMs, ids: listReadable(parts, user) };
    memory.delete(key);
    memory.set(key, remembered);
    const [oldest] = memory.keys();
    if (memory.size > mostRemembered && oldest !== undefined) memory.delete(oldest);
    try {
      return await remembered.ids;
    } catch (error) {
      if (memory.get(key) === remembered) memory.delete(key); // a failure is not remembered
      throw error;
    }
  };
}

/** The role that GitHub names; a custom role counts as the basic one that it extends. */
function permissionOf({ permission, role_name: role }: z.infer<typeof PermissionSchema>): Permission {
  return (
    permissions.find((known) => known === role) ?? permissions.find((known) => known === permission) ?? 'none'
  );
}

async function askPermission(
  parts: AccessParts,
  user: UserIdentity,
  { id, fullName }: RepositoryRecord,
): Promise<Permission> {
  const known = await findRepositoryAtGithub(parts, user, fullName);
  // After a rename anybody may make a repository of the old name, and is its administrator.
  const path = known?.id === id ? repositoryPath(known.fullName) : null;
  if (path === null) return 'none';
  const login = encodeURIComponent(user.login);
  const answer = readAnswer(
    await askGithub(parts, user, `${path}/collaborators/${login}/permission`),
    PermissionSchema,
  );
  // After a rename somebody else may have the login: his permission is not this user's.
  if (answer !== null) return answer.user?.id === user.userId ? permissionOf(answer) : 'none';
  // Whom GitHub does not tell his permission has none but to read.
  return 'read';
}

async function askMembership(parts: AccessParts, user: UserIdentity, team: string): Promise<boolean> {
  const [, organization, slug] = /^([\w-]+)\/([\w-]+)$/.exec(team) ?? [];
  if (organization === undefined || slug === undefined) return false;
  // The answer about a membership has no number of the user, and his login may have gone to somebody else.
  const account = readAnswer(await askGithub(parts, user, '/user'), UserSchema);
  if (account?.id !== user.userId) return false;
  const login = encodeURIComponent(account.login);
  const path = `/orgs/${organization}/teams/${slug}/memberships/${login}` as const;
  const membership = readAnswer(await askGithub(parts, user, path), z.object({ state: z.string() }));
  return membership?.state === 'active';
}

/**
 * What GitHub says of signed-in users, asked with their own tokens. Every method rejects with a `GithubFailure` when
 * GitHub gives no usable answer: `createAnswerGithubFailure` turns that into a page, and nothing into access.
 */
export function createGithubAccess(parts: AccessParts): GithubAccess {
  return {
    readableRepositories: createMemory(parts),
    permissionIn: (user, repository) => askPermission(parts, user, repository),
    isMemberOf: (user, team) => askMembership(parts, user, team),
  };
}
