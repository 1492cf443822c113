import { findMergeBase } from '../git/commit-graph.ts';
import type { Account, App } from './account.ts';
import type { Comment } from './comment.ts';
import type { GitHubState } from './git-hub-state.ts';
import type { Repository } from './repository.ts';

export interface PullRequestOptions {
  /** The branch to merge. */
  readonly head: string;
  /** The branch to merge into; the default branch when not given. */
  readonly base?: string;
  /** The fork that has the head branch; the repository itself when not given. */
  readonly headRepository?: Repository;
  /** A login; the owner of the head repository when not given. */
  readonly author?: string;
  readonly title?: string;
  readonly body?: string | null;
  readonly draft?: boolean;
  readonly number?: number;
}

/** A pull request. Its head follows the head branch; its base is where the base branch was at the last push to the head. */
export class PullRequest {
  readonly id: number;
  readonly number: number;
  readonly baseRepository: Repository;
  readonly baseBranch: string;
  readonly headRepository: Repository;
  readonly headBranch: string;
  readonly author: Account;
  readonly title: string;
  readonly body: string | null;
  readonly draft: boolean;
  readonly createdAt: string;
  readonly #state: GitHubState;
  readonly #comments: Comment[] = [];
  #headSha: string;
  #baseSha: string;

  constructor(state: GitHubState, baseRepository: Repository, number: number, options: PullRequestOptions) {
    this.#state = state;
    this.baseRepository = baseRepository;
    this.baseBranch = options.base ?? baseRepository.defaultBranch;
    this.headRepository = options.headRepository ?? baseRepository;
    this.headBranch = options.head;
    this.id = state.takeId();
    this.number = number;
    this.author = state.user(options.author ?? this.headRepository.owner.login);
    this.title = options.title ?? `Merge ${options.head}`;
    this.body = options.body ?? null;
    this.draft = options.draft ?? false;
    this.createdAt = state.now();
    this.#headSha = this.headRepository.resolveBranch(this.headBranch);
    this.#baseSha = baseRepository.resolveBranch(this.baseBranch);
  }

  /** A push to the head moves both ends; a push to the base alone moves neither. */
  #follow(): void {
    const head = this.headRepository.resolve(`refs/heads/${this.headBranch}`) ?? this.#headSha;
    if (head === this.#headSha) return;
    this.#headSha = head;
    this.#baseSha = this.baseRepository.resolve(`refs/heads/${this.baseBranch}`) ?? this.#baseSha;
  }

  get headSha(): string {
    this.#follow();
    return this.#headSha;
  }

  get baseSha(): string {
    this.#follow();
    return this.#baseSha;
  }

  /** The commit that the files are compared with, or null when the branches have no common history. */
  get mergeBaseSha(): string | null {
    return findMergeBase(this.baseRepository.store, this.baseSha, this.headSha) ?? null;
  }

  get isFromFork(): boolean {
    return this.headRepository !== this.baseRepository;
  }

  /** Oldest first. */
  get comments(): readonly Comment[] {
    return this.#comments;
  }

  /**
   * Writes a comment in somebody's name.
   *
   * @param comment - `author` is a login; `app` the App behind a bot's login
   */
  addComment({ author, body, app = null }: { author: string; body: string; app?: App | null }): Comment {
    const now = this.#state.now();
    const comment: Comment = {
      id: this.#state.takeId(),
      author: this.#state.user(author),
      body,
      createdAt: now,
      updatedAt: now,
      app,
    };
    this.#comments.push(comment);
    return comment;
  }

  /** Replaces a comment's text; undefined when there is no such comment here. */
  editComment(id: number, body: string): Comment | undefined {
    const at = this.#comments.findIndex((comment) => comment.id === id);
    const comment = this.#comments[at];
    if (comment === undefined) return undefined;
    const edited = { ...comment, body, updatedAt: this.#state.now() };
    this.#comments[at] = edited;
    return edited;
  }

  /** False when there is no such comment here. */
  deleteComment(id: number): boolean {
    const at = this.#comments.findIndex((comment) => comment.id === id);
    if (at === -1) return false;
    this.#comments.splice(at, 1);
    return true;
  }
}
