import type { Account } from './account.ts';
import { objectAt } from './answer-fields.ts';
import { callGithub, isObject } from './call-github.ts';
import { GithubError } from './external-error.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { operations } from './operations.ts';

/** Who may approve, as the policy has it. */
export interface ApproverRules {
  readonly permission: string | null;
  readonly users: readonly string[];
  /** `org/team`. */
  readonly teams: readonly string[];
  readonly isAuthorAllowed: boolean;
}

/** Weakest first. */
const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;

type Role = (typeof roles)[number];

/** Asks GitHub who somebody is now; each question is asked once in an evaluation. */
export interface ApproverLookup {
  /** Null when he may approve by a comment, else one clause that says why not. */
  refuseComment(account: Account): Promise<string | null>;
  /** The same for a review, for which only listed owners count. */
  refuseReview(account: Account): Promise<string | null>;
  /** Whether GitHub did not answer a question about him, so that a refusal may be wrong. */
  isUnknown(account: Account): boolean;
  /** What could not be looked up, one sentence each. */
  readonly remarks: readonly string[];
}

/** Makes the lookup of one evaluation. What cannot be looked up counts for nobody. */
export function makeApproverLookup(
  client: GithubClient,
  { owner, repo }: RepositoryName,
  rules: ApproverRules,
): ApproverLookup {
  const remarks = new Set<string>();
  const unknown = new Set<string>();
  const roleOf = remember(async (account) => {
    try {
      return await loadRole(client, { owner, repo }, account);
    } catch (error) {
      if (!(error instanceof GithubError)) throw error;
      if (error.externalError.kind !== 'not-found') {
        unknown.add(account.login);
        remarks.add(`Nobody's permission counts: ${error.message}.`);
      }
      return 'none' as const;
    }
  });
  let isPublic: Promise<boolean> | undefined;
  const hasOwnAccess = async (account: Account): Promise<boolean> => {
    const role = await roleOf(account);
    if (role !== 'read') return role !== 'none';
    try {
      isPublic ??= loadIsPublic(client, { owner, repo });
      return !(await isPublic);
    } catch (error) {
      if (!(error instanceof GithubError)) throw error;
      unknown.add(account.login);
      remarks.add(`The permission to read counts for nobody: ${error.message}.`);
      return false;
    }
  };
  const isMember = async (team: string, login: string): Promise<boolean> => {
    try {
      return await loadMembership(client, team, login);
    } catch (error) {
      if (!(error instanceof GithubError)) throw error;
      if (error.externalError.kind === 'not-found') return false;
      unknown.add(login);
      remarks.add(
        `The team ${team} counts for nobody: its members cannot be looked up with this token, which takes an App's or a personal one with "members: read" of the organization.`,
      );
      return false;
    }
  };
  const refuseOwner = remember(async (account): Promise<string | null> => {
    const { login } = account;
    if (rules.users.some((user) => user.toLowerCase() === login.toLowerCase())) {
      if ((await roleOf(account)) === 'none') return `${login} has no access to the repository`;
      return (await hasOwnAccess(account)) ? null : `${login} ${onlyReads}`;
    }
    for (const team of rules.teams) if (await isMember(team, login)) return null;
    return `${login} is not one of the owners that the policy lists`;
  });
  return {
    get remarks() {
      return [...remarks];
    },
    refuseReview: refuseOwner,
    isUnknown: ({ login }) => unknown.has(login),
    refuseComment: async (account) => {
      if (rules.permission !== null) {
        const { login } = account;
        const role = await roleOf(account);
        const isEnough = isRoleEnough(role, rules.permission);
        if (isEnough && (await hasOwnAccess(account))) return null;
        const asked = isEnough
          ? `${login} ${onlyReads}`
          : `${login} has the permission ${role}, and the policy asks for ${rules.permission}`;
        if (rules.users.length + rules.teams.length === 0) return asked;
        return (await refuseOwner(account)) === null
          ? null
          : `${asked} or to be one of the owners that it lists`;
      }
      return refuseOwner(account);
    },
  };
}

/** Whoever takes a login that somebody gave up has it as well. */
const onlyReads =
  'has only what everybody has on a public repository, where an approval takes the permission triage or more';

/** A word that is no role, or `none`, is a mistake that lets nobody in. */
function isRoleEnough(role: Role, asked: string): boolean {
  const least = roles.findIndex((one) => one === asked);
  return least > 0 && roles.indexOf(role) >= least;
}

function remember<Answer>(ask: (account: Account) => Promise<Answer>): (account: Account) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (account) => {
    const key = `${account.id ?? ''} ${account.login.toLowerCase()}`;
    const answer = known.get(key) ?? ask(account);
    known.set(key, answer);
    return answer;
  };
}

async function loadRole(client: GithubClient, repository: RepositoryName, account: Account): Promise<Role> {
  const operation = operations.readPermission;
  const { data } = await callGithub(client, operation, { ...repository, username: account.login });
  const { role_name: roleName, permission, user } = objectAt(operation, data);
  // A login that was given away between two requests is somebody else's by now.
  if (isObject(user) && typeof user['id'] === 'number' && user['id'] !== account.id) return 'none';
  // A role that an organization made itself is told by the permission that it builds on.
  return roles.find((role) => role === roleName) ?? roles.find((role) => role === permission) ?? 'none';
}

async function loadIsPublic(client: GithubClient, repository: RepositoryName): Promise<boolean> {
  const { data } = await callGithub(client, operations.readRepository, { ...repository });
  return objectAt(operations.readRepository, data)['private'] !== true;
}

async function loadMembership(client: GithubClient, team: string, login: string): Promise<boolean> {
  const [org = '', slug = ''] = team.split('/');
  const { data } = await callGithub(client, operations.readMembership, {
    org,
    team_slug: slug,
    username: login,
  });
  return isObject(data) && data['state'] === 'active';
}
