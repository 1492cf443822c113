import type { Express } from 'express';
import { startGitHubStandIn, type GitHubStandIn, type Repository } from '@topodiff/github-stand-in';
import { encryptToken } from '../auth/encrypt-token.ts';
import { createGithubAccess } from '../auth/github-access.ts';
import { hashToken } from '../auth/hash-token.ts';
import { createRepositoryToken } from '../auth/repository-tokens.ts';
import type { GithubAccess } from '../auth/identity.ts';
import type { Configuration } from '../configuration.ts';
import { createApp } from '../create-app.ts';
import { createMounts } from '../create-mounts.ts';
import { createLogger } from '../log.ts';
import type { SqlStore } from '../store/sql-store.ts';
import type { PullRequestRecord, RepositoryRecord } from '../store/store.ts';
import { firstFingerprint, firstReport, secondReport } from './example-reports.ts';
import { openTestStore } from './open-test-store.ts';
import { encryptionKey, publicUrl, testConfiguration } from './test-configuration.ts';

export const localUrl = 'http://127.0.0.1:4173';

/** People of the example, by what they may do in `acme/serving`; `ada` opened its pull request. */
export const people = {
  stranger: 'eve',
  reader: 'bob',
  approver: 'mia',
  admin: 'ann',
} as const;
export type Person = keyof typeof people;

/** A session as the browser of a person has it. */
export interface SignedIn {
  readonly cookie: string;
  readonly csrf: string;
  readonly login: string;
  readonly userId: number;
  /** GitHub's. */
  readonly token: string;
}

/** The whole service but for its process: real mounts, the real store in memory, and the stand-in for GitHub. */
export interface RealService {
  readonly configuration: Configuration;
  readonly store: SqlStore;
  readonly gitHub: GitHubStandIn;
  readonly repository: Repository;
  readonly otherRepository: Repository;
  readonly clock: { now: Date };
  readonly logged: () => string;
  /** A new app on the same store: its limits of rates begin anew. */
  readonly createApp: (options?: { readonly proxyHops: number; readonly github?: GithubAccess }) => Express;
  readonly github: GithubAccess;
  readonly signIn: (login: string, options?: { readonly expiresInMinutes: number }) => Promise<SignedIn>;
  readonly addRepositoryToken: (repository: RepositoryRecord) => Promise<string>;
  /** A token of GitHub Actions for a run on pull request 7. */
  readonly issueOidcToken: (repository: Repository, claims?: Readonly<Record<string, unknown>>) => string;
  readonly close: () => Promise<void>;
}

export const examplePullRequest: PullRequestRecord = {
  number: 7,
  title: 'Give the large models eight GPUs',
  author: 'ada',
  url: 'https://github.com/acme/serving/pull/7',
  baseRef: 'main',
  headRef: 'wider',
};
export const exampleFingerprint = firstFingerprint();

/** @param mode - in local mode nobody has an account, and GitHub is asked nothing */
export async function openRealService(mode: Configuration['mode'] = 'service'): Promise<RealService> {
  const gitHub = await startGitHubStandIn();
  const repository = gitHub.addRepository('acme/serving');
  const otherRepository = gitHub.addRepository('other/secret');
  repository.setPermission(people.reader, 'read');
  repository.setPermission(people.approver, 'maintain');
  repository.setPermission(people.admin, 'admin');
  repository.setPermission('ada', 'admin');
  const clock = { now: new Date() };
  const now = (): Date => clock.now;
  const store = await openTestStore(now);
  const configuration = configurationOf(mode, gitHub);
  const lines: string[] = [];
  const logger = createLogger('debug', { write: (line) => void lines.push(line) });
  const parts = { configuration, store, logger, now, fetch };
  const github = createGithubAccess(parts);
  return {
    configuration,
    store,
    gitHub,
    repository,
    otherRepository,
    clock,
    logged: () => lines.join(''),
    github,
    createApp: ({ proxyHops, github: asked = github } = { proxyHops: 0 }) =>
      createApp(
        { ...parts, github: asked },
        {
          createMounts,
          operations: { metricsToken: null, proxyHops },
          isStopping: () => false,
          refresh: null,
        },
      ),
    signIn: async (login, { expiresInMinutes } = { expiresInMinutes: 60 }) => {
      const token = gitHub.addToken({ kind: 'user', user: login, permissions: { members: 'read' } });
      const session = createRepositoryToken().token.slice('tdr_'.length);
      const csrf = `csrf-of-${login}`;
      const userId = gitHub.user(login).id;
      await store.saveSession({
        tokenHash: hashToken(session),
        userId,
        login,
        encryptedToken: encryptToken(encryptionKey, 'github-token', token),
        csrfToken: csrf,
        expiresAt: new Date(clock.now.getTime() + expiresInMinutes * 60_000),
      });
      return { cookie: `__Host-topodiff=${session}`, csrf, login, userId, token };
    },
    addRepositoryToken: async (record) => {
      const { token, hash } = createRepositoryToken();
      await store.addRepositoryToken(record, 'of a test', hash);
      return token;
    },
    issueOidcToken: (of, claims = {}) =>
      gitHub.issueActionsToken({
        repository: of,
        ref: 'refs/pull/7/merge',
        audience: configuration.oidc.audience,
        ...claims,
      }),
    close: async () => {
      await store.close();
      await gitHub.close();
    },
  };
}

function configurationOf(mode: Configuration['mode'], gitHub: GitHubStandIn): Configuration {
  const isService = mode === 'service';
  const url = isService ? publicUrl : localUrl;
  return {
    ...testConfiguration,
    publicUrl: url,
    mode,
    github: { serverUrl: 'https://github.com', apiUrl: gitHub.baseUrl },
    ...(isService ? {} : { oauth: null, encryptionKey: null }),
    oidc: { ...testConfiguration.oidc, issuer: gitHub.actionsIssuer, audience: url },
    logLevel: 'debug',
  };
}

/** Two pushes of pull request 7 of a repository; returns the ids of their revisions. */
export async function saveExample(
  store: SqlStore,
  { id, fullName }: RepositoryRecord,
  pullRequest: Partial<PullRequestRecord> = {},
): Promise<readonly [string, string]> {
  const upload = {
    repository: { id, fullName },
    pullRequest: { ...examplePullRequest, ...pullRequest },
    uploadedBy: 'oidc',
  } as const;
  const first = await store.saveReport({ ...upload, run: { id: 1, attempt: 1 }, report: firstReport });
  const second = await store.saveReport({ ...upload, run: { id: 2, attempt: 1 }, report: secondReport });
  return [first.revisionId, second.revisionId];
}
