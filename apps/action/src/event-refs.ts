import type { RepositoryName, ReviewRange, WorkflowRunHead } from '@topodiff/github';
import { fieldAt, parseJson, textsAt } from './json-fields.ts';

/** Somebody's comment that started the run. */
export interface TriggerComment {
  readonly id: number;
  readonly author: string;
  /** Two programs that answer each other would never end. */
  readonly isBot: boolean;
  readonly action: 'created' | 'edited' | 'deleted';
  readonly body: string;
  /** Before an edit; null when it was not one of the text. */
  readonly previousBody: string | null;
}

/** What an event asks for. */
export type EventRefs =
  | { readonly kind: 'range'; readonly range: ReviewRange }
  /** A pull request, as GitHub has it now. */
  | {
      readonly kind: 'pull-request';
      readonly repository: RepositoryName;
      readonly number: number;
      readonly comment: TriggerComment | null;
    }
  /** The pull request whose head a finished workflow ran for. */
  | { readonly kind: 'workflow-run'; readonly repository: RepositoryName; readonly head: WorkflowRunHead }
  /** One commit alone, with all its models. */
  | { readonly kind: 'commit'; readonly range: ReviewRange }
  /** One line: why there is nothing to do. */
  | { readonly kind: 'nothing'; readonly reason: string }
  /** One line: what is wrong with the event, and what to do. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** The events that name something to review, in the words of a workflow's `on:`. */
const supportedEvents = [
  'pull_request',
  'pull_request_target',
  'merge_group',
  'push',
  'workflow_dispatch',
  'workflow_run',
  'issue_comment',
  'pull_request_review',
] as const;

type EventName = (typeof supportedEvents)[number];

/** What git calls a commit that is not there. */
const noCommit = '0'.repeat(40);

/**
 * What an event is about. `GITHUB_SHA` is not used: on `pull_request` it is a merge commit, on `pull_request_target` the
 * default branch.
 *
 * @param eventText content of the file that `GITHUB_EVENT_PATH` names; null when there is none
 * @param pullRequest number from the input, which goes before the event's own; null when none is given
 */
export function readEventRefs(
  environment: Readonly<Record<string, string | undefined>>,
  eventText: string | null,
  pullRequest: number | null = null,
): EventRefs {
  const eventName = environment['GITHUB_EVENT_NAME'] ?? '';
  const [owner = '', repo = '', ...rest] = (environment['GITHUB_REPOSITORY'] ?? '').split('/');
  if (!isSupported(eventName) && pullRequest === null) {
    const given = eventName === '' ? 'no event' : `the event ${JSON.stringify(eventName)}`;
    return unusable(
      `${given} is not supported; run topodiff on one of ${supportedEvents.join(', ')}, or name a pull-request`,
    );
  }
  if (owner === '' || repo === '' || rest.length > 0) {
    return unusable('GITHUB_REPOSITORY does not hold owner/name; topodiff runs on a GitHub Actions runner');
  }
  const repository = { owner, repo };
  if (pullRequest !== null) return { kind: 'pull-request', repository, number: pullRequest, comment: null };
  if (eventText === null) return unusable('the file that GITHUB_EVENT_PATH names cannot be read');
  const event = parseJson(eventText);
  if (event === undefined) return unusable('the file that GITHUB_EVENT_PATH names is not JSON');
  return readers[eventName as EventName](event, repository, environment);
}

/** The repository's number, which stays when its name changes; older Enterprise runners have it in the event alone. */
export function readRepositoryId(
  environment: Readonly<Record<string, string | undefined>>,
  eventText: string | null,
): string {
  const given = environment['GITHUB_REPOSITORY_ID'] ?? '';
  if (given !== '' || eventText === null) return given;
  const id = fieldAt(parseJson(eventText), 'repository', 'id');
  return typeof id === 'number' ? String(id) : '';
}

type Reader = (
  event: unknown,
  repository: RepositoryName,
  environment: Readonly<Record<string, string | undefined>>,
) => EventRefs;

const readers: Readonly<Record<EventName, Reader>> = {
  pull_request: readPullRequest,
  pull_request_target: readPullRequest,
  pull_request_review: (event, repository) => {
    const number = fieldAt(event, 'pull_request', 'number');
    if (typeof number !== 'number') return unusable('the event names no pull request');
    return { kind: 'pull-request', repository, number, comment: null };
  },
  issue_comment: readIssueComment,
  merge_group: (event, repository) => {
    const group = fieldAt(event, 'merge_group');
    const texts = textsAt(group, ['head_sha'], ['head_ref'], ['base_sha'], ['base_ref']);
    if (texts === null) return unusable('the event names no merge group');
    const [headSha, headRef, baseSha, baseRef] = texts;
    return {
      kind: 'range',
      range: {
        ...repository,
        number: null,
        baseRef: branchOf(baseRef),
        baseSha,
        headRef: branchOf(headRef),
        headSha,
        start: 'base',
        ...readQueuedNumber(headRef),
      },
    };
  },
  push: (event, repository) => {
    const texts = textsAt(event, ['before'], ['after'], ['ref'], ['repository', 'default_branch']);
    if (texts === null) return unusable('the event names no push');
    const [before, after, ref, defaultBranch] = texts;
    if (!ref.startsWith('refs/heads/')) {
      return { kind: 'nothing', reason: 'the push is of a tag, which changes no branch' };
    }
    if (after === noCommit) return { kind: 'nothing', reason: 'the push removes a branch' };
    const isNew = before === noCommit;
    return {
      kind: 'range',
      range: {
        ...repository,
        number: null,
        baseRef: defaultBranch,
        // A new branch is compared with where it branched off; other pushes with what was there.
        baseSha: isNew ? after : before,
        headRef: branchOf(ref),
        headSha: after,
        start: isNew ? 'merge-base' : 'base',
      },
    };
  },
  workflow_dispatch: (event, repository, environment) => {
    const sha = environment['GITHUB_SHA'] ?? '';
    const ref = environment['GITHUB_REF'] ?? '';
    const defaultBranch = fieldAt(event, 'repository', 'default_branch');
    if (sha === '' || ref === '' || typeof defaultBranch !== 'string') {
      return unusable('the event names no branch; run it on one, or name a pull-request');
    }
    const range = {
      ...repository,
      number: null,
      baseRef: defaultBranch,
      baseSha: sha,
      headRef: branchOf(ref),
      headSha: sha,
    };
    return ref === `refs/heads/${defaultBranch}`
      ? { kind: 'commit', range: { ...range, start: 'base' } }
      : { kind: 'range', range: { ...range, start: 'merge-base' } };
  },
  workflow_run: (event, repository) => {
    // Nothing else of the event is believed: a fork's workflow chooses it, and its artifacts too.
    const run = fieldAt(event, 'workflow_run');
    const texts = textsAt(run, ['head_sha'], ['head_branch'], ['head_repository', 'full_name']);
    if (texts === null) return unusable('the event names no head of a workflow run');
    const [headSha, headBranch, headRepository] = texts;
    return { kind: 'workflow-run', repository, head: { headSha, headBranch, headRepository } };
  },
};

/** `refs/heads/gh-readonly-queue/main/pr-104-<sha>`: each entry of a queue adds one pull request to the one before. */
function readQueuedNumber(headRef: string): { readonly queuedPullRequest?: number } {
  const [, number] = /\/pr-(\d{1,10})-[0-9a-f]{40}$/.exec(headRef) ?? [];
  return number === undefined ? {} : { queuedPullRequest: Number(number) };
}

function readPullRequest(
  event: unknown,
  repository: RepositoryName,
  environment: Readonly<Record<string, string | undefined>>,
): EventRefs {
  const pull = fieldAt(event, 'pull_request');
  const number = fieldAt(pull, 'number');
  const texts = textsAt(pull, ['base', 'ref'], ['base', 'sha'], ['head', 'ref'], ['head', 'sha']);
  if (typeof number !== 'number' || texts === null) {
    return unusable('the event names no pull request with its base and head');
  }
  if (fieldAt(pull, 'state') === 'closed') {
    return { kind: 'nothing', reason: `the pull request #${number} is closed` };
  }
  // A run that is started again brings its first event, and what that names may be closed or replaced since.
  if (Number(environment['GITHUB_RUN_ATTEMPT'] ?? '1') > 1) {
    return { kind: 'pull-request', repository, number, comment: null };
  }
  const [baseRef, baseSha, headRef, headSha] = texts;
  const range = { ...repository, number, baseRef, baseSha, headRef, headSha, start: 'merge-base' } as const;
  return { kind: 'range', range };
}

function readIssueComment(event: unknown, repository: RepositoryName): EventRefs {
  const number = fieldAt(event, 'issue', 'number');
  const id = fieldAt(event, 'comment', 'id');
  const texts = textsAt(event, ['comment', 'user', 'login'], ['comment', 'body']);
  const action = fieldAt(event, 'action');
  const previous = fieldAt(event, 'changes', 'body', 'from');
  if (typeof number !== 'number' || typeof id !== 'number' || texts === null) {
    return unusable('the event names no comment');
  }
  const [author, body] = texts;
  if (fieldAt(event, 'issue', 'pull_request') === undefined) {
    return { kind: 'nothing', reason: 'the comment is on an issue, not on a pull request' };
  }
  if (action !== 'created' && action !== 'edited' && action !== 'deleted') {
    return { kind: 'nothing', reason: `a comment was ${String(action)}, which changes no approval` };
  }
  return {
    kind: 'pull-request',
    repository,
    number,
    comment: {
      id,
      author,
      isBot: fieldAt(event, 'comment', 'user', 'type') === 'Bot',
      action,
      body,
      previousBody: typeof previous === 'string' ? previous : null,
    },
  };
}

function isSupported(name: string): name is EventName {
  return (supportedEvents as readonly string[]).includes(name);
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

function unusable(reason: string): EventRefs {
  return { kind: 'unusable', reason };
}
