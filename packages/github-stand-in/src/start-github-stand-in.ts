import { gitHubLimits } from './limits.ts';
import type { Limits } from './limits.ts';
import type { Json, JsonObject } from './openapi/description.ts';
import { formatViolation } from './openapi/violation.ts';
import type { Violation } from './openapi/violation.ts';
import { listFilesBetween } from './state/list-files-between.ts';
import { WebFlow } from './oauth/web-flow.ts';
import type { OAuthClient, OAuthClientOptions } from './oauth/web-flow.ts';
import { ActionsIssuer } from './oidc/actions-issuer.ts';
import type { ActionsTokenOptions, ActionsTokenRequest } from './oidc/actions-issuer.ts';
import { FaultQueue } from './server/faults.ts';
import type { Fault } from './server/faults.ts';
import { listen } from './server/listen.ts';
import type { Listening } from './server/listen.ts';
import { RequestHandler } from './server/request-handler.ts';
import type { LoggedRequest } from './server/request-log.ts';
import type { Account } from './state/account.ts';
import type { Comment } from './state/comment.ts';
import { GitHubState } from './state/git-hub-state.ts';
import type { PullRequest } from './state/pull-request.ts';
import type { Repository, RepositoryOptions } from './state/repository.ts';
import type { Review } from './state/review.ts';
import type { TeamMember } from './state/team.ts';
import type { TokenOptions } from './state/token.ts';
import {
  describeMergeGroupEvent,
  describePushEvent,
  describeWorkflowDispatchEvent,
} from './views/describe-branch-events.ts';
import type { MergeGroup, Push, WorkflowDispatch } from './views/describe-branch-events.ts';
import { describeIssueCommentEvent } from './views/describe-issue-comment-event.ts';
import { describePullRequestEvent } from './views/describe-pull-request-event.ts';
import { describeReviewEvent } from './views/describe-review-event.ts';
import { describeWorkflowRunEvent } from './views/describe-workflow-run-event.ts';
import type { WorkflowRun } from './views/describe-workflow-run-event.ts';
import { Urls } from './views/urls.ts';

/** How a stand-in is started; all of it may be left out. */
export interface StandInOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number;
  /** Where `html_url`s point to; nothing listens there. `https://github.com` when not given. */
  readonly serverUrl?: string;
  /** GitHub's own where not given. */
  readonly limits?: Partial<Limits>;
  readonly clock?: () => Date;
}

/** A run of a workflow; what is not given is that of a successful run of `build` on the head of the pull request. */
export type WorkflowRunOptions = Partial<WorkflowRun>;

/** A GitHub that listens on 127.0.0.1: seed it, let the product talk to it, read back what happened. */
export class GitHubStandIn {
  /** Address of the REST API, without a slash at the end. */
  readonly baseUrl: string;
  readonly graphqlUrl: string;
  readonly serverUrl: string;
  /** `iss` of the tokens of Actions; its keys are below it, at `/.well-known/jwks`. */
  readonly actionsIssuer: string;
  readonly #webFlow: WebFlow;
  readonly #actions: ActionsIssuer;
  readonly #state: GitHubState;
  readonly #limits: Limits;
  readonly #urls: Urls;
  readonly #faults: FaultQueue;
  readonly #log: LoggedRequest[];
  readonly #violations: Violation[];
  readonly #listening: Listening;

  /** Use startGitHubStandIn. */
  constructor(parts: {
    state: GitHubState;
    limits: Limits;
    urls: Urls;
    webFlow: WebFlow;
    actions: ActionsIssuer;
    faults: FaultQueue;
    log: LoggedRequest[];
    violations: Violation[];
    listening: Listening;
  }) {
    this.#state = parts.state;
    this.#limits = parts.limits;
    this.#urls = parts.urls;
    this.#webFlow = parts.webFlow;
    this.#actions = parts.actions;
    this.actionsIssuer = parts.actions.issuer;
    this.#faults = parts.faults;
    this.#log = parts.log;
    this.#violations = parts.violations;
    this.#listening = parts.listening;
    this.baseUrl = parts.urls.api;
    this.graphqlUrl = `${parts.urls.api}/graphql`;
    this.serverUrl = parts.urls.server;
  }

  /** A user with a chosen id; others come to be when they are first named. */
  addUser(login: string, options: { id?: number } = {}): Account {
    return this.#state.addUser(login, options);
  }

  user(login: string): Account {
    return this.#state.user(login);
  }

  /** @param fullName - `owner/name` */
  addRepository(fullName: string, options: RepositoryOptions = {}): Repository {
    return this.#state.addRepository(fullName, options);
  }

  /** A repository with everything of the local Git repository at `path`; see Repository.importFrom. */
  async importRepository(
    path: string,
    fullName: string,
    options: RepositoryOptions = {},
  ): Promise<Repository> {
    const repository = this.#state.addRepository(fullName, options);
    const headBranch = await repository.importFrom(path);
    if (options.defaultBranch === undefined && headBranch !== null) repository.defaultBranch = headBranch;
    return repository;
  }

  /**
   * Makes a team, or gives it other members.
   *
   * @param fullName - `organization/slug`
   * @param members - logins, or memberships where they are pending or of maintainers
   */
  addTeam(fullName: string, members: readonly TeamMember[]): void {
    this.#state.addTeam(fullName, members);
  }

  /** The text to send in `Authorization`. */
  addToken(options: TokenOptions): string {
    return this.#state.addToken(options).value;
  }

  /** An App that lets people sign in through `/login/oauth/authorize`, on the address of the API. */
  addOAuthClient(options: OAuthClientOptions): OAuthClient {
    return this.#webFlow.addClient(options);
  }

  /** Who is sent back with a code from now on; null is somebody who cancels. Before the first call GitHub asks for a password. */
  signInAs(login: string | null): void {
    this.#webFlow.signInAs(login);
  }

  /** A token of Actions' OpenID issuer for a run of a workflow. */
  issueActionsToken(options: ActionsTokenOptions): string {
    return this.#actions.issue(options);
  }

  /** The environment in which `core.getIDToken` gets tokens for such a run. */
  addActionsTokenRequest(options: ActionsTokenOptions): ActionsTokenRequest {
    return this.#actions.addRequest(options);
  }

  revokeToken(token: string): void {
    this.#state.revokeToken(token);
  }

  /** The payload of a `pull_request` event of this action: `opened`, `synchronize`, `reopened`, … */
  pullRequestEvent(pullRequest: PullRequest, action: string): Record<string, Json> {
    const { baseRepository: repository, mergeBaseSha, headSha } = pullRequest;
    const files = listFilesBetween(repository, this.#limits, mergeBaseSha, headSha);
    return describePullRequestEvent(this.#urls, pullRequest, files, action);
  }

  /**
   * The payload of an `issue_comment` event of this action: `created`, `edited`, `deleted`.
   *
   * @param options - `changes` is what was there before, `{ body: { from } }`; `sender` a login, the comment's author
   *   when not given
   */
  issueCommentEvent(
    pullRequest: PullRequest,
    comment: Comment,
    action: string,
    { changes, sender = comment.author.login }: { changes?: JsonObject; sender?: string } = {},
  ): Record<string, Json> {
    const details = { action, changes, sender: this.#state.user(sender) };
    return describeIssueCommentEvent(this.#urls, pullRequest, comment, details);
  }

  /**
   * The payload of a `pull_request_review` event of this action: `submitted`, `edited`, `dismissed`.
   *
   * @param options - `sender` is a login, the review's author when not given
   */
  pullRequestReviewEvent(
    pullRequest: PullRequest,
    review: Review,
    action: string,
    { sender = review.author.login }: { sender?: string } = {},
  ): Record<string, Json> {
    return describeReviewEvent(this.#urls, pullRequest, review, { action, sender: this.#state.user(sender) });
  }

  /** The payload of a `workflow_run` event for a run on the head of a pull request. */
  workflowRunEvent(pullRequest: PullRequest, options: WorkflowRunOptions = {}): Record<string, Json> {
    return describeWorkflowRunEvent(this.#urls, pullRequest, {
      id: this.#state.takeId(),
      action: 'completed',
      name: 'build',
      headSha: pullRequest.headSha,
      headBranch: pullRequest.headBranch,
      event: 'pull_request',
      conclusion: 'success',
      ...options,
    });
  }

  /** The payload of a `push` event. @param options - `sender` is a login, the repository's owner when not given */
  pushEvent(
    repository: Repository,
    { sender = repository.owner.login, ...push }: Push & { sender?: string },
  ): Record<string, Json> {
    return describePushEvent(this.#urls, repository, push, this.#state.user(sender));
  }

  /** The payload of a `merge_group` event: the merge queue asks for checks. */
  mergeGroupEvent(repository: Repository, group: MergeGroup): Record<string, Json> {
    return describeMergeGroupEvent(this.#urls, repository, group, repository.owner);
  }

  /** The payload of a `workflow_dispatch` event. @param options - `ref` in full: `refs/heads/main` */
  workflowDispatchEvent(
    repository: Repository,
    {
      ref,
      inputs = null,
      workflow = '.github/workflows/build.yml',
    }: Pick<WorkflowDispatch, 'ref'> & Partial<WorkflowDispatch>,
  ): Record<string, Json> {
    const dispatch = { ref, inputs, workflow };
    return describeWorkflowDispatchEvent(this.#urls, repository, dispatch, repository.owner);
  }

  injectFault(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** How many requests the injected faults still wait for. */
  get pendingFaults(): number {
    return this.#faults.size;
  }

  /** In order of arrival. */
  get requests(): readonly LoggedRequest[] {
    return this.#log;
  }

  clearRequests(): void {
    this.#log.length = 0;
  }

  /** Requests and answers that did not fit GitHub's description. */
  get violations(): readonly Violation[] {
    return this.#violations;
  }

  /** Returns the violations and forgets them, for a test that provokes one. */
  takeViolations(): Violation[] {
    return this.#violations.splice(0);
  }

  /** Stops listening. @throws Error that lists the violations which nobody took */
  async close(): Promise<void> {
    await this.#listening.close();
    if (this.#violations.length === 0) return;
    throw new Error(
      `Not as GitHub's description has it:\n${this.#violations.map(formatViolation).join('\n')}`,
    );
  }
}

/** Starts a stand-in for GitHub on 127.0.0.1; `close` ends it. */
export async function startGitHubStandIn(options: StandInOptions = {}): Promise<GitHubStandIn> {
  const { port = 0, serverUrl = 'https://github.com', clock = () => new Date() } = options;
  const limits = { ...gitHubLimits, ...options.limits };
  const state = new GitHubState(clock);
  const faults = new FaultQueue();
  const log: LoggedRequest[] = [];
  const violations: Violation[] = [];
  const webFlow = new WebFlow(state);
  const actions = new ActionsIssuer({ state, serverUrl });
  const listening = await listen({
    port,
    state,
    faults,
    log,
    createHandler: (baseUrl) => {
      actions.baseUrl = baseUrl;
      const handler = new RequestHandler({
        state,
        limits,
        urls: new Urls(baseUrl, serverUrl),
        onViolation: (violation) => violations.push(violation),
      });
      return (request) => webFlow.handle(request) ?? actions.handle(request) ?? handler.handle(request);
    },
    onMistake: ({ method, path }, error) => {
      const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
      violations.push({ side: 'answer', method, path, status: 500, problems: [problem] });
    },
  });
  const urls = new Urls(listening.baseUrl, serverUrl);
  return new GitHubStandIn({ state, limits, urls, webFlow, actions, faults, log, violations, listening });
}
