import { findMergeBase, listCommitsBetween } from '../git/commit-graph.ts';
import { findInTree } from '../git/list-tree.ts';
import { mergeTrees } from '../git/merge-trees.ts';
import { readSuggestion, replaceLines } from '../git/suggestion.ts';
import { webFlowLogin } from './account.ts';
import type { Account, App } from './account.ts';
import type { Comment } from './comment.ts';
import { executable } from './file-content.ts';
import type { Registrar } from './registrar.ts';
import type { Repository } from './repository.ts';
import { ReviewLog } from './review-log.ts';
import type { Review, ReviewComment, ReviewRemark, ReviewState } from './review.ts';

/** A pull request to open; only the head must be given. */
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

/** What a merge left behind. */
export interface Merge {
  readonly sha: string;
  readonly by: Account;
  readonly at: string;
}

/** A review to write in somebody's name. */
export interface ReviewOptions {
  /** A login. */
  readonly author: string;
  readonly state: ReviewState;
  readonly body?: string;
  /** The commit that was reviewed; the head when not given. */
  readonly commitId?: string;
  readonly comments?: readonly ReviewRemark[];
  readonly app?: App | null;
}

/** A pull request. While it is open its head follows the head branch, and its base is where the base branch was at the last push to the head. */
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
  readonly #registrar: Registrar;
  readonly #comments: Comment[] = [];
  readonly #reviews: ReviewLog;
  #headSha: string;
  #baseSha: string;
  #closedAt: string | null = null;
  #merge: Merge | null = null;

  constructor(registrar: Registrar, baseRepository: Repository, number: number, options: PullRequestOptions) {
    this.#registrar = registrar;
    this.baseRepository = baseRepository;
    this.baseBranch = options.base ?? baseRepository.defaultBranch;
    this.headRepository = options.headRepository ?? baseRepository;
    this.headBranch = options.head;
    this.id = registrar.takeId();
    this.number = number;
    this.author = registrar.user(options.author ?? this.headRepository.owner.login);
    this.title = options.title ?? `Merge ${options.head}`;
    this.body = options.body ?? null;
    this.draft = options.draft ?? false;
    this.createdAt = registrar.now();
    this.#reviews = new ReviewLog(registrar);
    this.#headSha = this.headRepository.resolveBranch(this.headBranch);
    this.#baseSha = baseRepository.resolveBranch(this.baseBranch);
  }

  /** A push to the head moves both ends; a push to the base alone moves neither. */
  #follow(): void {
    if (this.#closedAt !== null) return;
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

  /** The commits that it brings, each after its parents. */
  get commits(): readonly string[] {
    return listCommitsBetween(this.baseRepository.store, this.baseSha, this.headSha);
  }

  get state(): 'open' | 'closed' {
    return this.#closedAt === null ? 'open' : 'closed';
  }

  /** Null while it is open. */
  get closedAt(): string | null {
    return this.#closedAt;
  }

  /** Null unless it was merged. */
  get merged(): Merge | null {
    return this.#merge;
  }

  /** When it, a comment or a review last changed. */
  get updatedAt(): string {
    const times = [
      this.createdAt,
      this.#closedAt ?? '',
      ...this.#comments.map(({ updatedAt }) => updatedAt),
      ...this.reviews.map(({ submittedAt }) => submittedAt),
    ];
    return times.reduce((latest, time) => (time > latest ? time : latest));
  }

  /** Closes it without merging. What is pushed to the head branch then changes it no more. */
  close(): void {
    this.#follow();
    this.#closedAt = this.#registrar.now();
  }

  /** @throws Error when it was merged */
  reopen(): void {
    if (this.#merge !== null) throw new Error(`#${this.number} was merged`);
    this.#closedAt = null;
  }

  /**
   * Merges the head into the base branch by a merge commit, file by file, closes it, and returns the commit's SHA.
   *
   * @param options - `author` is a login; the owner of the repository when not given
   * @throws Error when it is closed, or when both sides changed a file
   */
  merge({ author = this.baseRepository.owner.login }: { author?: string } = {}): string {
    if (this.state === 'closed') throw new Error(`#${this.number} is closed`);
    const { baseRepository: repository, headSha } = this;
    const tip = repository.resolveBranch(this.baseBranch);
    const mergeBase = findMergeBase(repository.store, tip, headSha);
    if (mergeBase === undefined) throw new Error(`#${this.number} has no common history with its base`);
    const [base, ours, theirs] = [mergeBase, tip, headSha].map((sha) => repository.treeOf(sha));
    const sha = repository.commitTree({
      branch: this.baseBranch,
      tree: mergeTrees(repository.store, base ?? '', ours ?? '', theirs ?? ''),
      parents: [tip, headSha],
      message: `Merge pull request #${this.number} from ${this.headRepository.owner.login}/${this.headBranch}\n\n${this.title}`,
      author,
      committer: webFlowLogin,
    });
    this.close();
    this.#merge = { sha, by: this.#registrar.user(author), at: this.#registrar.now() };
    return sha;
  }

  /** Oldest first, dismissed ones too. */
  get reviews(): readonly Review[] {
    return this.#reviews.reviews;
  }

  /** Oldest first. */
  get reviewComments(): readonly ReviewComment[] {
    return this.#reviews.comments;
  }

  /** Reviews in somebody's name. Whether the diff has the lines of its comments is for whoever seeds to know. */
  addReview(options: ReviewOptions): Review {
    const { author, state, body = '', commitId = this.headSha, comments = [], app = null } = options;
    const mergeBaseSha = findMergeBase(this.baseRepository.store, this.baseSha, commitId) ?? null;
    const account = this.#registrar.user(author);
    return this.#reviews.add({
      author: account,
      state,
      body,
      commitId,
      mergeBaseSha,
      remarks: comments,
      app,
    });
  }

  /** Undefined when there is no such review here. */
  dismissReview(id: number): Review | undefined {
    return this.#reviews.dismiss(id);
  }

  /** Whether the file is another one at the head than at the commit that was reviewed. GitHub looks at the lines only. */
  isOutdated({ path, commitId }: ReviewComment): boolean {
    const { baseRepository: repository } = this;
    const [reviewed, now] = [commitId, this.headSha].map((sha) =>
      findInTree(repository.store, repository.treeOf(sha), path),
    );
    return reviewed?.sha !== now?.sha;
  }

  /**
   * Commits what a review comment suggests to the head branch, as the button below it does, and returns the SHA.
   *
   * @param options - `author` is the login of whoever presses the button; the author when not given
   * @throws Error when there is nothing to apply, or it does not apply to the head any more
   */
  applySuggestion(reviewCommentId: number, { author = this.author.login }: { author?: string } = {}): string {
    const comment = this.reviewComments.find(({ id }) => id === reviewCommentId);
    const lines = comment === undefined ? null : readSuggestion(comment.body);
    if (comment === undefined || lines === null) throw new Error(`${reviewCommentId} suggests nothing`);
    if (comment.side === 'LEFT' || this.isOutdated(comment)) {
      throw new Error(`${reviewCommentId} is on lines that the head does not have`);
    }
    const { headRepository: repository } = this;
    const entry = findInTree(repository.store, repository.treeOf(this.headSha), comment.path);
    const text = entry === undefined ? undefined : repository.store.readBlob(entry.sha)?.toString('utf8');
    if (entry === undefined || text === undefined) throw new Error(`The head has no ${comment.path}`);
    const content = replaceLines(text, comment.startLine ?? comment.line, comment.line, lines);
    if (content === text) throw new Error(`${reviewCommentId} suggests what is there already`);
    return repository.commit({
      branch: this.headBranch,
      files: { [comment.path]: entry.mode === '100755' ? executable(content) : content },
      message: `Apply suggestion from @${comment.author.login}`,
      author,
      committer: webFlowLogin,
    });
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
    const now = this.#registrar.now();
    const comment: Comment = {
      id: this.#registrar.takeId(),
      author: this.#registrar.user(author),
      body,
      createdAt: now,
      updatedAt: now,
      lastEditedAt: null,
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
    const now = this.#registrar.now();
    const edited = { ...comment, body, updatedAt: now, lastEditedAt: now };
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
