import { isLevelEnough } from '../state/token.ts';
import type { PermissionName, Permissions, Token } from '../state/token.ts';
import type { GitHubState } from '../state/git-hub-state.ts';
import type { Repository } from '../state/repository.ts';
import { notFound, Refusal } from './refusal.ts';

/** The token of an `Authorization` header, null without one. @throws Refusal 401 for one that nobody issued */
export function authenticate(state: GitHubState, header: string | undefined): Token | null {
  if (header === undefined) return null;
  const value = /^(?:token|bearer)\s+(\S+)$/i.exec(header)?.[1];
  const token = value === undefined ? undefined : state.token(value);
  if (token === undefined) throw new Refusal(401, 'Bad credentials');
  return token;
}

/** Whether the repository shows itself to the token at all. */
export function isVisible(token: Token | null, repository: Repository): boolean {
  return repository.visibility === 'public' || (token?.repositories.has(repository) ?? false);
}

function isGranted(token: Token, needed: Permissions): boolean {
  const names = Object.keys(needed) as PermissionName[]; // the keys of Permissions
  return names.every((name) => isLevelEnough(token.permissions[name], needed[name] ?? 'none'));
}

/** Alternatives apart by `;`, what is needed together by `,`. */
function formatPermissions(accepts: readonly Permissions[]): string {
  return accepts
    .map((needed) =>
      Object.entries(needed)
        .map(([name, level]) => `${name}=${level}`)
        .join(','),
    )
    .join('; ');
}

function requirePermission(token: Token, isOfToken: boolean, accepts: readonly Permissions[]): void {
  if (isOfToken && accepts.some((needed) => isGranted(token, needed))) return;
  const by = token.kind === 'personal' ? 'personal access token' : 'integration';
  throw new Refusal(403, `Resource not accessible by ${by}`, {
    headers: { 'x-accepted-github-permissions': formatPermissions(accepts) },
  });
}

/**
 * Lets a request on a repository pass or not. Everybody reads what is public; the rest needs a token of that repository with one of the
 * accepted permissions.
 *
 * @throws Refusal 404 for a repository that the token cannot see, 401 for a write without a token, 403 else
 */
export function authorize(
  token: Token | null,
  repository: Repository | undefined,
  isRead: boolean,
  accepts: readonly Permissions[],
): Repository {
  if (repository === undefined || !isVisible(token, repository)) throw notFound();
  if (isRead && repository.visibility === 'public') return repository;
  if (token === null) throw new Refusal(401, 'Requires authentication');
  if (accepts.length === 0) return repository;
  requirePermission(token, token.repositories.has(repository), accepts);
  return repository;
}

/**
 * Lets a request on an organization pass or not: it needs a token for some of its repositories with one of the accepted
 * permissions.
 *
 * @throws Refusal 401 without a token, 403 else
 */
export function authorizeInOrganization(
  token: Token | null,
  organization: string,
  accepts: readonly Permissions[],
): void {
  if (token === null) throw new Refusal(401, 'Requires authentication');
  const owners = [...token.repositories].map(({ owner }) => owner.login.toLowerCase());
  requirePermission(token, owners.includes(organization.toLowerCase()), accepts);
}

/**
 * Lets a request about the token's own person pass or not.
 *
 * @throws Refusal 401 without a token, 403 for one that acts for no person
 */
export function authorizeAsUser(token: Token | null): Token {
  if (token === null) throw new Refusal(401, 'Requires authentication');
  if (token.app !== null) throw new Refusal(403, 'Resource not accessible by integration');
  return token;
}
