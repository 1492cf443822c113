import { randomBytes } from 'node:crypto';
import { webFlowLogin } from './account.ts';
import type { Account, App } from './account.ts';
import { CreationWindow } from './creation-window.ts';
import { RateBudget } from './rate-budget.ts';
import { isRoleEnough } from './repository-role.ts';
import { Repository } from './repository.ts';
import type { RepositoryHome, RepositoryOptions } from './repository.ts';
import { createTeam } from './team.ts';
import type { Team, TeamMember } from './team.ts';
import type { Permissions, Token, TokenOptions } from './token.ts';

const anonymousRateLimit = 60;
const actionsRateLimit = 1_000;
const tokenRateLimit = 5_000;
/** 2026-01-01T00:00:00Z; commits are a minute apart, so that equal histories have equal SHAs. */
const firstCommitTime = 1_767_225_600;

const tokenPrefixes: Readonly<Record<TokenOptions['kind'], string>> = {
  actions: 'ghs_',
  app: 'ghs_',
  personal: 'github_pat_',
  user: 'ghu_',
};

/** Everything that the stand-in knows: accounts, Apps, repositories, teams, tokens. */
export class GitHubState implements RepositoryHome {
  readonly anonymousBudget = new RateBudget(anonymousRateLimit);
  readonly creations = new CreationWindow();
  readonly #clock: () => Date;
  readonly #accounts = new Map<string, Account>();
  readonly #apps = new Map<string, App>();
  readonly #repositories = new Map<string, Repository>();
  readonly #tokens = new Map<string, Token>();
  readonly #teams = new Map<string, Team>();
  #lastId = 1_000_000;
  #commits = 0;

  constructor(clock: () => Date) {
    this.#clock = clock;
    // The numbers that GitHub's own App and its bot have.
    const bot = this.addUser('github-actions[bot]', { id: 41_898_282 });
    this.#apps.set('github-actions', {
      id: 15_368,
      slug: 'github-actions',
      owner: this.addUser('github', { id: 9_919 }),
      bot,
    });
    // Who commits when somebody presses a button on GitHub's pages.
    this.addUser(webFlowLogin, { id: 19_864_447 });
  }

  takeId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  takeCommitTime(): number {
    this.#commits += 1;
    return firstCommitTime + 60 * (this.#commits - 1);
  }

  /** The time as GitHub's answers write it, to the second. */
  now(): string {
    return this.#clock()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  nowMilliseconds(): number {
    return this.#clock().getTime();
  }

  addUser(login: string, { id = this.takeId() }: { id?: number } = {}): Account {
    if (this.#accounts.has(login.toLowerCase())) throw new Error(`The user "${login}" exists already`);
    const account: Account = { login, id, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
    this.#accounts.set(login.toLowerCase(), account);
    return account;
  }

  /** The account of a login, made when it is first named. */
  user(login: string): Account {
    return this.#accounts.get(login.toLowerCase()) ?? this.addUser(login);
  }

  /** The account of a login that was named before. */
  findUser(login: string): Account | undefined {
    return this.#accounts.get(login.toLowerCase());
  }

  /** Makes a team or replaces it. */
  addTeam(fullName: string, members: readonly TeamMember[]): void {
    const team = createTeam(fullName, members);
    for (const login of [team.organization, ...team.members.map((member) => member.login)]) this.user(login);
    this.#teams.set(fullName.toLowerCase(), team);
  }

  /** @param fullName - `organization/slug` */
  team(fullName: string): Team | undefined {
    return this.#teams.get(fullName.toLowerCase());
  }

  /** The App of a slug, made when it is first named. */
  app(slug: string): App {
    const known = this.#apps.get(slug);
    if (known !== undefined) return known;
    const app = {
      id: this.takeId(),
      slug,
      owner: this.user(`${slug}-owner`),
      bot: this.user(`${slug}[bot]`),
    };
    this.#apps.set(slug, app);
    return app;
  }

  addRepository(fullName: string, options: RepositoryOptions = {}): Repository {
    const repository = new Repository(this, fullName, options);
    this.registerRepository(repository);
    return repository;
  }

  registerRepository(repository: Repository): void {
    const key = repository.fullName.toLowerCase();
    if (this.#repositories.has(key)) throw new Error(`The repository ${repository.fullName} exists already`);
    this.#repositories.set(key, repository);
  }

  repository(fullName: string): Repository | undefined {
    return this.#repositories.get(fullName.toLowerCase());
  }

  get repositories(): readonly Repository[] {
    return [...this.#repositories.values()];
  }

  repositoryById(id: number): Repository | undefined {
    return [...this.#repositories.values()].find((repository) => repository.id === id);
  }

  addToken(options: TokenOptions): Token {
    const { app, account } = this.#actorOf(options);
    const limit = options.rateLimit ?? (options.kind === 'actions' ? actionsRateLimit : tokenRateLimit);
    // A workflow cannot ask for `members`: GITHUB_TOKEN never has it.
    const permissions: Permissions =
      options.kind === 'actions' ? { ...options.permissions, members: 'none' } : options.permissions;
    const reach = this.#reachOf(options, account);
    const token: Token = {
      value: `${tokenPrefixes[options.kind]}${randomBytes(18).toString('hex')}`,
      kind: options.kind,
      account,
      app,
      permissions,
      get repositories() {
        return reach();
      },
      budgets: { core: new RateBudget(limit), graphql: new RateBudget(limit) },
    };
    this.#tokens.set(token.value, token);
    return token;
  }

  /** The repositories of a token; those of somebody who signed in change with his roles. */
  #reachOf(options: TokenOptions, account: Account): () => ReadonlySet<Repository> {
    if (options.kind === 'user') {
      return () =>
        new Set(this.repositories.filter((candidate) => isRoleEnough(candidate.roleOf(account), 'read')));
    }
    const repositories = new Set(options.kind === 'actions' ? [options.repository] : options.repositories);
    return () => repositories;
  }

  #actorOf(options: TokenOptions): { app: App | null; account: Account } {
    if (options.kind === 'personal' || options.kind === 'user')
      return { app: null, account: this.user(options.user) };
    const app = this.app(options.kind === 'actions' ? 'github-actions' : options.app);
    return { app, account: app.bot };
  }

  token(value: string): Token | undefined {
    return this.#tokens.get(value);
  }

  revokeToken(value: string): void {
    if (!this.#tokens.delete(value)) throw new Error('There is no such token to revoke');
  }
}
