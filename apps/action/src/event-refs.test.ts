import { readEventRefs, readRepositoryId } from './event-refs.ts';

const sha = (digit: string) => digit.repeat(40);
const environment = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/serving' };
const repository = { owner: 'acme', repo: 'serving' };
const event = {
  pull_request: {
    number: 7,
    base: { ref: 'main', sha: 'b1' },
    head: { ref: 'wider', sha: 'h1', repo: { full_name: 'mallory/serving' } },
  },
};

function read(name: string, payload: unknown, more: Readonly<Record<string, string>> = {}) {
  return readEventRefs({ ...environment, GITHUB_EVENT_NAME: name, ...more }, JSON.stringify(payload));
}

describe('readEventRefs', () => {
  test.each(['pull_request', 'pull_request_target'])('reads the event %s', (name) => {
    expect(read(name, event)).toEqual({
      kind: 'range',
      range: {
        ...repository,
        number: 7,
        baseRef: 'main',
        baseSha: 'b1',
        headRef: 'wider',
        headSha: 'h1',
        start: 'merge-base',
      },
    });
  });

  test('a pull request that is closed is not reviewed any more', () => {
    const closed = { pull_request: { ...event.pull_request, state: 'closed' } };
    expect(read('pull_request', closed)).toEqual({
      kind: 'nothing',
      reason: 'the pull request #7 is closed',
    });
  });

  test('a run that is started again takes the pull request as it is now', () => {
    const again = (attempt: string) => read('pull_request_target', event, { GITHUB_RUN_ATTEMPT: attempt });
    expect(again('1').kind).toBe('range');
    expect(again('2')).toEqual({ kind: 'pull-request', repository, number: 7, comment: null });
  });

  test('a merge group is compared with the entry before it, and names its pull request', () => {
    const headRef = `refs/heads/gh-readonly-queue/main/pr-104-${sha('a')}`;
    const group = { head_sha: 'h', head_ref: headRef, base_sha: 'b', base_ref: 'refs/heads/main' };
    expect(read('merge_group', { merge_group: group })).toEqual({
      kind: 'range',
      range: {
        ...repository,
        number: null,
        baseRef: 'main',
        baseSha: 'b',
        headRef: `gh-readonly-queue/main/pr-104-${sha('a')}`,
        headSha: 'h',
        start: 'base',
        queuedPullRequest: 104,
      },
    });
  });

  const push = { repository: { default_branch: 'main' }, ref: 'refs/heads/main' };

  test('a push is compared with what was there', () => {
    expect(read('push', { ...push, before: sha('1'), after: sha('2') })).toEqual({
      kind: 'range',
      range: {
        ...repository,
        number: null,
        baseRef: 'main',
        baseSha: sha('1'),
        headRef: 'main',
        headSha: sha('2'),
        start: 'base',
      },
    });
  });

  test('a new branch is compared with where it branched off', () => {
    const pushed = { ...push, ref: 'refs/heads/topic', before: sha('0'), after: sha('2') };
    expect(read('push', pushed)).toMatchObject({
      range: { baseRef: 'main', baseSha: sha('2'), headRef: 'topic', headSha: sha('2'), start: 'merge-base' },
    });
  });

  test.each([
    ['a removed branch', { ...push, before: sha('1'), after: sha('0') }, 'the push removes a branch'],
    [
      'a tag',
      { ...push, ref: 'refs/tags/v1', before: sha('0'), after: sha('1') },
      'the push is of a tag, which changes no branch',
    ],
  ])('%s is nothing to review', (_, pushed, reason) => {
    expect(read('push', pushed)).toEqual({ kind: 'nothing', reason });
  });

  test('by hand on the default branch all models are looked at, on another what it changes', () => {
    const payload = { repository: { default_branch: 'main' } };
    expect(
      read('workflow_dispatch', payload, { GITHUB_SHA: 'h', GITHUB_REF: 'refs/heads/main' }),
    ).toMatchObject({
      kind: 'commit',
      range: { headSha: 'h', start: 'base' },
    });
    expect(
      read('workflow_dispatch', payload, { GITHUB_SHA: 'h', GITHUB_REF: 'refs/heads/topic' }),
    ).toMatchObject({
      kind: 'range',
      range: { baseRef: 'main', headRef: 'topic', headSha: 'h', start: 'merge-base' },
    });
  });

  test('of a workflow_run only the head is taken', () => {
    const run = {
      head_sha: 'h',
      head_branch: 'topic',
      head_repository: { full_name: 'mallory/serving' },
      pull_requests: [{ number: 1 }],
    };
    expect(read('workflow_run', { workflow_run: run })).toEqual({
      kind: 'workflow-run',
      repository,
      head: { headSha: 'h', headBranch: 'topic', headRepository: 'mallory/serving' },
    });
  });

  const comment = { id: 5, user: { login: 'bob' }, body: '/topodiff approve x' };

  test('a comment of a pull request', () => {
    const payload = {
      action: 'edited',
      issue: { number: 7, pull_request: {} },
      comment,
      changes: { body: { from: 'before' } },
    };
    expect(read('issue_comment', payload)).toEqual({
      kind: 'pull-request',
      repository,
      number: 7,
      comment: {
        id: 5,
        author: 'bob',
        isBot: false,
        action: 'edited',
        body: comment.body,
        previousBody: 'before',
      },
    });
  });

  test('a comment of an issue is nothing to review', () => {
    expect(read('issue_comment', { action: 'created', issue: { number: 7 }, comment })).toEqual({
      kind: 'nothing',
      reason: 'the comment is on an issue, not on a pull request',
    });
  });

  test('a review', () => {
    expect(read('pull_request_review', { action: 'submitted', ...event })).toEqual({
      kind: 'pull-request',
      repository,
      number: 7,
      comment: null,
    });
  });

  test('the pull request of the input goes before the event, which may be any', () => {
    expect(readEventRefs({ ...environment, GITHUB_EVENT_NAME: 'schedule' }, null, 9)).toEqual({
      kind: 'pull-request',
      repository,
      number: 9,
      comment: null,
    });
  });

  const supported =
    'run topodiff on one of pull_request, pull_request_target, merge_group, push, workflow_dispatch, workflow_run, issue_comment, pull_request_review, or name a pull-request';

  test.each([
    {
      name: 'another event',
      given: { GITHUB_EVENT_NAME: 'schedule' },
      text: JSON.stringify(event),
      reason: `the event "schedule" is not supported; ${supported}`,
    },
    {
      name: 'no event',
      given: { GITHUB_EVENT_NAME: undefined },
      text: JSON.stringify(event),
      reason: `no event is not supported; ${supported}`,
    },
    {
      name: 'no repository',
      given: { GITHUB_REPOSITORY: 'serving' },
      text: JSON.stringify(event),
      reason: 'GITHUB_REPOSITORY does not hold owner/name; topodiff runs on a GitHub Actions runner',
    },
    {
      name: 'no file',
      given: {},
      text: null,
      reason: 'the file that GITHUB_EVENT_PATH names cannot be read',
    },
    {
      name: 'no JSON',
      given: {},
      text: '{',
      reason: 'the file that GITHUB_EVENT_PATH names is not JSON',
    },
    {
      name: 'no pull request',
      given: {},
      text: '{"pull_request": {"number": "7"}}',
      reason: 'the event names no pull request with its base and head',
    },
    {
      name: 'no merge group',
      given: { GITHUB_EVENT_NAME: 'merge_group' },
      text: '{}',
      reason: 'the event names no merge group',
    },
    { name: 'no push', given: { GITHUB_EVENT_NAME: 'push' }, text: '{}', reason: 'the event names no push' },
    {
      name: 'no head of a run',
      given: { GITHUB_EVENT_NAME: 'workflow_run' },
      text: '{}',
      reason: 'the event names no head of a workflow run',
    },
    {
      name: 'no comment',
      given: { GITHUB_EVENT_NAME: 'issue_comment' },
      text: '{}',
      reason: 'the event names no comment',
    },
    {
      name: 'no branch',
      given: { GITHUB_EVENT_NAME: 'workflow_dispatch' },
      text: '{}',
      reason: 'the event names no branch; run it on one, or name a pull-request',
    },
  ])('$name is one line', ({ given, text, reason }) => {
    expect(readEventRefs({ ...environment, ...given }, text)).toEqual({ kind: 'unusable', reason });
  });
});

describe('readRepositoryId', () => {
  const event = JSON.stringify({ repository: { id: 4711 } });

  test.each([
    ['the runner', { GITHUB_REPOSITORY_ID: '12' }, event, '12'],
    ['the event, where the runner does not say', {}, event, '4711'],
    ['nobody, without an event', {}, null, ''],
    ['nobody, with an event that is broken', {}, '{', ''],
    ['nobody, with an event that names none', {}, '{"repository":{"id":"x"}}', ''],
  ])('is told by %s', (_, environment, text, id) => {
    expect(readRepositoryId(environment, text)).toBe(id);
  });
});
