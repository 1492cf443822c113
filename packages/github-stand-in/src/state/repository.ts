import { editTree } from '../git/edit-tree.ts';
import { formatCommit } from '../git/commit.ts';
import type { Signature } from '../git/commit.ts';
import { ancestorsOf } from '../git/commit-graph.ts';
import { importObjects } from '../git/import-objects.ts';
import { noCommit } from '../git/no-commit.ts';
import { ObjectStore } from '../git/object-store.ts';
import { webFlowLogin } from './account.ts';
import type { Account } from './account.ts';
import type { Activity } from './activity.ts';
import type { CheckRun } from './check-run.ts';
import type { CommitStatus } from './commit-status.ts';
import { storeFile } from './file-content.ts';
import type { FileContent } from './file-content.ts';
import { PullRequest } from './pull-request.ts';
import type { PullRequestOptions } from './pull-request.ts';
import type { Registrar } from './registrar.ts';
import type { RepositoryRole } from './repository-role.ts';

const webFlowEmail = 'noreply@github.com';

/** How a repository is made; `private` with the default branch `main` when not given. */
export interface RepositoryOptions {
  readonly visibility?: 'public' | 'private';
  readonly defaultBranch?: string;
  readonly id?: number;
}

/** A commit to write on a branch, as a change of its parent's tree. */
export interface CommitOptions {
  /** Made when it does not exist, from `from`. */
  readonly branch: string;
  /** What changes in the tree of the parent, by path. */
  readonly files: Readonly<Record<string, FileContent>>;
  /** A branch, tag or SHA to start a new branch from; the default branch when not given. Without commits the new one is a root. */
  readonly from?: string;
  readonly message?: string;
  /** A login, or null for somebody whose e-mail address belongs to no account; the owner when not given. */
  readonly author?: string | null;
  /** The author when not given. `web-flow` is who commits on GitHub's pages. */
  readonly committer?: string | null;
  /** Branches, tags or SHAs that become further parents. */
  readonly mergeFrom?: readonly string[];
  /** Who pushes it, whatever the commit says of its author: a login; the author, else the owner, when not given. */
  readonly pusher?: string;
}

/** A commit whose tree is there already. */
interface TreeCommit extends Pick<CommitOptions, 'branch' | 'author' | 'committer' | 'pusher'> {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** Where repositories lie together, a fork beside what it was forked from. */
export interface RepositoryHome extends Registrar {
  /** @throws Error when there is one of that name */
  registerRepository(repository: Repository): void;
}

/** A repository with its branches, tags, pull requests, check runs and statuses. */
export class Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly visibility: 'public' | 'private';
  readonly createdAt: string;
  /** The repository this one was forked from. */
  readonly parent: Repository | null;
  /** Shared with all forks. */
  readonly store: ObjectStore;
  defaultBranch: string;
  readonly #home: RepositoryHome;
  /** By full name, for example `refs/heads/main`. */
  readonly #refs = new Map<string, string>();
  readonly #pullRequests = new Map<number, PullRequest>();
  readonly #checkRuns: CheckRun[] = [];
  readonly #statuses: CommitStatus[] = [];
  readonly #activities: Activity[] = [];
  readonly #roles = new Map<Account, RepositoryRole>();

  constructor(
    home: RepositoryHome,
    fullName: string,
    options: RepositoryOptions,
    parent: Repository | null = null,
  ) {
    const [owner = '', name = '', ...rest] = fullName.split('/');
    if (owner === '' || name === '' || rest.length > 0) throw new Error(`"${fullName}" is not owner/name`);
    this.#home = home;
    this.id = options.id ?? home.takeId();
    this.owner = home.user(owner);
    this.name = name;
    this.visibility = options.visibility ?? 'private';
    this.defaultBranch = options.defaultBranch ?? parent?.defaultBranch ?? 'main';
    this.createdAt = home.now();
    this.parent = parent;
    this.store = parent?.store ?? new ObjectStore();
  }

  get fullName(): string {
    return `${this.owner.login}/${this.name}`;
  }

  /** A fork with the branches and tags of now; the objects stay shared. */
  addFork(fullName: string, options: RepositoryOptions = {}): Repository {
    const fork = new Repository(this.#home, fullName, { visibility: this.visibility, ...options }, this);
    this.#home.registerRepository(fork);
    for (const [ref, sha] of this.#refs) fork.#refs.set(ref, sha);
    return fork;
  }

  /**
   * Takes over all objects, branches and tags of a local Git repository; branches that it lacks disappear here. Returns
   * the branch that its HEAD names, null when that is detached.
   */
  async importFrom(path: string): Promise<string | null> {
    const { refs, headBranch } = await importObjects(this.store, path);
    this.#refs.clear();
    for (const [ref, sha] of refs) this.#refs.set(ref, sha);
    return headBranch;
  }

  /**
   * The object that a branch, tag, full or short ref name, `refs/pull/N/head` or 40-digit SHA names, with annotated tags
   * followed. Abbreviated SHAs are not resolved.
   */
  resolve(revision: string): string | undefined {
    const sha = this.readRef(revision);
    return sha === undefined ? undefined : this.store.peel(sha);
  }

  /** Like resolve, without following annotated tags. */
  readRef(revision: string): string | undefined {
    if (/^[0-9a-f]{40}$/.test(revision))
      return this.store.read(revision) === undefined ? undefined : revision;
    const pull = /^refs\/pull\/(\d+)\/head$/.exec(revision)?.[1];
    if (pull !== undefined) return this.#pullRequests.get(Number(pull))?.headSha;
    const names =
      revision === 'HEAD'
        ? [`refs/heads/${this.defaultBranch}`]
        : [revision, `refs/heads/${revision}`, `refs/tags/${revision}`, `refs/${revision}`];
    return names.map((name) => this.#refs.get(name)).find((sha) => sha !== undefined);
  }

  /** Branches and tags whose full name begins like this, in order. */
  listRefs(prefix: string): [string, string][] {
    return [...this.#refs].filter(([ref]) => ref.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** @throws Error when there is no such branch */
  resolveBranch(branch: string): string {
    const sha = this.#refs.get(`refs/heads/${branch}`);
    if (sha === undefined) throw new Error(`${this.fullName} has no branch "${branch}"`);
    return sha;
  }

  /** The commit that a revision names; undefined for anything that is no commit. */
  resolveCommit(revision: string): string | undefined {
    const sha = this.resolve(revision);
    return sha === undefined || this.store.readCommit(sha) === undefined ? undefined : sha;
  }

  /** Points a branch somewhere else, as a forced push does. */
  setBranch(branch: string, revision: string, pusher: string = this.owner.login): void {
    const sha = this.resolveCommit(revision);
    if (sha === undefined) throw new Error(`${this.fullName} has no commit "${revision}"`);
    this.#push(branch, sha, pusher, 'force_push');
  }

  deleteBranch(branch: string): void {
    this.resolveBranch(branch);
    this.#refs.delete(`refs/heads/${branch}`);
  }

  /** Writes a commit on a branch and returns its SHA, which depends only on what was committed before and how. */
  commit(options: CommitOptions): string {
    const { branch, files, from, message = 'Change files', mergeFrom = [] } = options;
    const start =
      this.#refs.get(`refs/heads/${branch}`) ??
      (from === undefined ? this.#refs.get(`refs/heads/${this.defaultBranch}`) : this.#requireCommit(from));
    const edits = new Map(Object.entries(files).map(([path, file]) => [path, storeFile(this.store, file)]));
    return this.commitTree({
      ...options,
      message,
      tree: editTree(this.store, start === undefined ? null : this.treeOf(start), edits),
      parents: [
        ...(start === undefined ? [] : [start]),
        ...mergeFrom.map((other) => this.#requireCommit(other)),
      ],
    });
  }

  /** Like commit, for a tree that the store has. */
  commitTree(options: TreeCommit): string {
    const { branch, tree, parents, message, author = this.owner.login, committer = author } = options;
    const time = this.#home.takeCommitTime();
    const sha = this.store.add(
      'commit',
      formatCommit({
        tree,
        parents,
        author: this.#sign(author, time),
        committer: this.#sign(committer, time),
        message,
      }),
    );
    this.#push(branch, sha, options.pusher ?? author ?? this.owner.login, 'push');
    return sha;
  }

  #push(branch: string, after: string, pusher: string, type: 'push' | 'force_push'): void {
    const ref = `refs/heads/${branch}`;
    const before = this.#refs.get(ref);
    this.#refs.set(ref, after);
    this.#activities.push({
      id: this.#home.takeId(),
      type: before === undefined ? 'branch_creation' : type,
      ref,
      before: before ?? noCommit,
      after,
      actor: this.#home.user(pusher),
      at: this.#home.now(),
    });
  }

  #requireCommit(revision: string): string {
    const sha = this.resolveCommit(revision);
    if (sha === undefined) throw new Error(`${this.fullName} has no commit "${revision}"`);
    return sha;
  }

  #sign(login: string | null, time: number): Signature {
    if (login === null) return { name: 'Somebody', email: 'somebody@example.com', time, zone: '+0000' };
    if (login === webFlowLogin) return { name: 'GitHub', email: webFlowEmail, time, zone: '+0000' };
    const { id } = this.#home.user(login);
    return { name: login, email: `${id}+${login}@users.noreply.github.com`, time, zone: '+0000' };
  }

  /** The account that an e-mail address of a commit belongs to: GitHub's own addresses are the only known ones. */
  accountOf({ email }: Signature): Account | null {
    if (email === webFlowEmail) return this.#home.user(webFlowLogin);
    const [, id, login = ''] = /^(\d+)\+(.+)@users\.noreply\.github\.com$/.exec(email) ?? [];
    const account = this.#home.findUser(login);
    return account === undefined || account.id !== Number(id) ? null : account;
  }

  /** Whether a branch or tag of this repository leads to the commit; one that only a fork has does not count. */
  contains(sha: string): boolean {
    const tips = [...this.#refs.values()].flatMap((tip) => this.store.peel(tip) ?? []);
    return tips.some((tip) => ancestorsOf(this.store, tip).has(sha));
  }

  /** Whether a revision leads to the commit. */
  isAncestor(sha: string, revision: string): boolean {
    const tip = this.resolveCommit(revision);
    return tip !== undefined && ancestorsOf(this.store, tip).has(sha);
  }

  /** Gives somebody a role of their own. */
  setPermission(login: string, role: RepositoryRole): void {
    this.#roles.set(this.#home.user(login), role);
  }

  /** What somebody may do: the owner everything, others read what is public. */
  roleOf(account: Account): RepositoryRole {
    const role = this.#roles.get(account);
    if (role !== undefined) return role;
    if (account === this.owner) return 'admin';
    return this.visibility === 'public' ? 'read' : 'none';
  }

  /** Whether somebody has a role here of his own, and does not only read what everybody may. */
  isListedFor(account: Account): boolean {
    const role = this.#roles.get(account) ?? (account === this.owner ? 'admin' : 'none');
    return role !== 'none';
  }

  /** The tree of a commit. */
  treeOf(commit: string): string {
    const tree = this.store.readCommit(commit)?.tree;
    if (tree === undefined) throw new Error(`${commit} is no commit of ${this.fullName}`);
    return tree;
  }

  openPullRequest(options: PullRequestOptions): PullRequest {
    const number = options.number ?? Math.max(0, ...this.#pullRequests.keys()) + 1;
    if (this.#pullRequests.has(number)) throw new Error(`${this.fullName}#${number} exists already`);
    const pullRequest = new PullRequest(this.#home, this, number, options);
    this.#pullRequests.set(number, pullRequest);
    return pullRequest;
  }

  pullRequest(number: number): PullRequest | undefined {
    return this.#pullRequests.get(number);
  }

  get pullRequests(): readonly PullRequest[] {
    return [...this.#pullRequests.values()];
  }

  /** Oldest first. */
  get checkRuns(): readonly CheckRun[] {
    return this.#checkRuns;
  }

  addCheckRun(checkRun: CheckRun): void {
    this.#checkRuns.push(checkRun);
  }

  replaceCheckRun(checkRun: CheckRun): void {
    this.#checkRuns[this.#checkRuns.findIndex(({ id }) => id === checkRun.id)] = checkRun;
  }

  /** Who moved which branch, oldest first. */
  get activities(): readonly Activity[] {
    return this.#activities;
  }

  /** Oldest first. */
  get statuses(): readonly CommitStatus[] {
    return this.#statuses;
  }

  addStatus(status: CommitStatus): void {
    this.#statuses.push(status);
  }
}
