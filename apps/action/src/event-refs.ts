import type { RepositoryName, ReviewRange, WorkflowRunHead } from '@topodiff/github';

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

export const supportedEvents = [
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
  const id = at(parseJson(eventText), 'repository', 'id');
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
    const number = at(event, 'pull_request', 'number');
    if (typeof number !== 'number') return unusable('the event names no pull request');
    return { kind: 'pull-request', repository, number, comment: null };
  },
  issue_comment: readIssueComment,
  merge_group: (event, repository) => {
    const headSha = at(event, 'merge_group', 'head_sha');
    const headRef = at(event, 'merge_group', 'head_ref');
    const baseSha = at(event, 'merge_group', 'base_sha');
    const baseRef = at(event, 'merge_group', 'base_ref');
    if (!areTexts(headSha, headRef, baseSha, baseRef)) return unusable('the event names no merge group');
    return {
      kind: 'range',
      range: {
        ...repository,
        number: null,
        baseRef: branchOf(baseRef as string), // all four are texts
        baseSha: baseSha as string,
        headRef: branchOf(headRef as string),
        headSha: headSha as string,
        start: 'base',
        ...readQueuedNumber(headRef as string),
      },
    };
  },
  push: (event, repository) => {
    const before = at(event, 'before');
    const after = at(event, 'after');
    const ref = at(event, 'ref');
    const defaultBranch = at(event, 'repository', 'default_branch');
    if (!areTexts(before, after, ref, defaultBranch)) return unusable('the event names no push');
    if (!(ref as string).startsWith('refs/heads/')) {
      return { kind: 'nothing', reason: 'the push is of a tag, which changes no branch' };
    }
    if (after === noCommit) return { kind: 'nothing', reason: 'the push removes a branch' };
    const isNew = before === noCommit;
    return {
      kind: 'range',
      range: {
        ...repository,
        number: null,
        baseRef: defaultBranch as string,
        // A new branch is compared with where it branched off; other pushes with what was there.
        baseSha: (isNew ? after : before) as string,
        headRef: branchOf(ref as string),
        headSha: after as string,
        start: isNew ? 'merge-base' : 'base',
      },
    };
  },
  workflow_dispatch: (event, repository, environment) => {
    const sha = environment['GITHUB_SHA'] ?? '';
    const ref = environment['GITHUB_REF'] ?? '';
    const defaultBranch = at(event, 'repository', 'default_branch');
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
    const headSha = at(event, 'workflow_run', 'head_sha');
    const headBranch = at(event, 'workflow_run', 'head_branch');
    const headRepository = at(event, 'workflow_run', 'head_repository', 'full_name');
    if (!areTexts(headSha, headBranch, headRepository)) {
      return unusable('the event names no head of a workflow run');
    }
    return {
      kind: 'workflow-run',
      repository,
      head: {
        headSha: headSha as string, // all three are texts
        headBranch: headBranch as string,
        headRepository: headRepository as string,
      },
    };
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
  const number = at(event, 'pull_request', 'number');
  const baseRef = at(event, 'pull_request', 'base', 'ref');
  const baseSha = at(event, 'pull_request', 'base', 'sha');
  const headRef = at(event, 'pull_request', 'head', 'ref');
  const headSha = at(event, 'pull_request', 'head', 'sha');
  if (typeof number !== 'number' || !areTexts(baseRef, baseSha, headRef, headSha)) {
    return unusable('the event names no pull request with its base and head');
  }
  if (at(event, 'pull_request', 'state') === 'closed') {
    return { kind: 'nothing', reason: `the pull request #${number} is closed` };
  }
  // A run that is started again brings its first event, and what that names may be closed or replaced since.
  if (Number(environment['GITHUB_RUN_ATTEMPT'] ?? '1') > 1) {
    return { kind: 'pull-request', repository, number, comment: null };
  }
  return {
    kind: 'range',
    range: {
      ...repository,
      number,
      baseRef: baseRef as string, // all four are texts
      baseSha: baseSha as string,
      headRef: headRef as string,
      headSha: headSha as string,
      start: 'merge-base',
    },
  };
}

function readIssueComment(event: unknown, repository: RepositoryName): EventRefs {
  const number = at(event, 'issue', 'number');
  const id = at(event, 'comment', 'id');
  const author = at(event, 'comment', 'user', 'login');
  const body = at(event, 'comment', 'body');
  const action = at(event, 'action');
  const previous = at(event, 'changes', 'body', 'from');
  if (typeof number !== 'number' || typeof id !== 'number' || !areTexts(author, body)) {
    return unusable('the event names no comment');
  }
  if (at(event, 'issue', 'pull_request') === undefined) {
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
      author: author as string, // both are texts
      isBot: at(event, 'comment', 'user', 'type') === 'Bot',
      action,
      body: body as string,
      previousBody: typeof previous === 'string' ? previous : null,
    },
  };
}

function isSupported(name: string): name is EventName {
  return (supportedEvents as readonly string[]).includes(name);
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

function unusable(reason: string): EventRefs {
  return { kind: 'unusable', reason };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown; // what is in it is checked field by field
  } catch {
    return undefined;
  }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    found =
      typeof found === 'object' && found !== null
        ? (found as Readonly<Record<string, unknown>>)[name]
        : undefined; // any object has fields to look up
  }
  return found;
}
