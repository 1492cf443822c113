import type { Report } from '@topodiff/report';
import { permissions } from '../../auth/identity.ts';
import type { GithubAccess, Identity, Permission, UserIdentity } from '../../auth/identity.ts';
import type { RepositoryRecord } from '../../store/store.ts';

type Rules = NonNullable<Report['approvals']>['rules'];

/**
 * Why somebody may not decide, as a sentence; null when he may. GitHub is asked now, and what it does not say counts for
 * nobody. In local mode the person at the machine decides for himself.
 */
export async function refuseDecision(
  identity: Identity,
  pullRequest: { readonly repository: RepositoryRecord; readonly author: string },
  rules: Rules,
  github: GithubAccess,
): Promise<string | null> {
  switch (identity.kind) {
    case 'nobody':
      return 'Sign in to decide.';
    case 'local':
      return null;
    case 'user':
      return refuseUser(identity, pullRequest, rules, github);
  }
}

async function refuseUser(
  user: UserIdentity,
  { repository, author }: { readonly repository: RepositoryRecord; readonly author: string },
  rules: Rules,
  github: GithubAccess,
): Promise<string | null> {
  if (!rules.isAuthorAllowed && isSameLogin(user.login, author)) {
    return 'You opened this pull request, and the policy lets nobody decide about their own work.';
  }
  const permission = await github.permissionIn(user, repository);
  // Whoever lost his access is no owner any more, whatever the policy's list says.
  if (permission === 'none') return `You have no access to ${repository.fullName}.`;
  if (rules.permission !== null && rank(permission) >= rank(rules.permission)) return null;
  if (rules.users.some((login) => isSameLogin(login, user.login))) return null;
  for (const team of rules.teams) if (await github.isMemberOf(user, team)) return null;
  const asked = rules.permission === null ? '' : `the permission ${rules.permission}`;
  const listed = rules.users.length + rules.teams.length === 0 ? '' : 'to be one of the owners that it lists';
  const wanted = [asked, listed].filter((text) => text !== '').join(' or ');
  return `You have the permission ${permission}, and the policy asks for ${wanted === '' ? 'somebody that it does not name' : wanted}.`;
}

function rank(permission: Permission): number {
  return permissions.indexOf(permission);
}

/** Names of GitHub are equal whatever their case. */
function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
