import {
  badGateway,
  startGitHubStandIn,
  type GitHubStandIn,
  type PullRequest,
  type Repository,
  type TokenOptions,
} from '@topodiff/github-stand-in';
import { evaluateApprovals, type ApprovalsRequest } from './evaluate-approvals.ts';
import { connectTo } from './testing/connect-to.ts';

const fingerprint = '0123456789abcdef';
const other = 'fedcba9876543210';
const approve = `/topodiff approve ${fingerprint} fine`;

let gitHub: GitHubStandIn;
let repository: Repository;
let pullRequest: PullRequest;
let baseSha: string;
let token: string;

/** A pull request of alice's; mia maintains, bob writes, olga reads and is an owner by the policy. */
beforeEach(async () => {
  gitHub = await startGitHubStandIn({ clock: () => new Date('2026-11-27T10:00:00Z') });
  repository = gitHub.addRepository('acme/serving');
  baseSha = repository.commit({ branch: 'main', files: { 'README.md': '# Serving\n' } });
  repository.commit({ branch: 'topic', files: { 'a.yaml': 'a: 1\n' }, author: 'alice' });
  pullRequest = repository.openPullRequest({ head: 'topic', author: 'alice' });
  repository.setPermission('mia', 'maintain');
  repository.setPermission('bob', 'write');
  repository.setPermission('olga', 'read');
  token = tokenOf({ kind: 'actions', repository, permissions: reading });
});
afterEach(() => gitHub.close());

const reading = { contents: 'read', pull_requests: 'read' } as const;
const tokenOf = (options: TokenOptions) => gitHub.addToken(options);

interface Overrides extends Partial<Omit<ApprovalsRequest, 'rules'>> {
  readonly rules?: Partial<ApprovalsRequest['rules']>;
}

async function evaluate(more: Overrides = {}) {
  const outcome = await evaluateApprovals(connectTo(gitHub, token), {
    owner: 'acme',
    repo: 'serving',
    number: pullRequest.number,
    baseSha,
    headSha: pullRequest.headSha,
    required: [fingerprint],
    loadFingerprintsAt: (sha) => Promise.resolve(new Set(sha === pullRequest.headSha ? [fingerprint] : [])),
    ...more,
    rules: {
      permission: 'maintain',
      users: ['olga'],
      teams: [],
      isAuthorAllowed: false,
      ...more.rules,
    },
  });
  if (outcome.kind === 'failed') throw new Error(outcome.error.message);
  const { record } = outcome;
  return {
    approved: [...record.approvals].map(([of, { by }]) => `${of} by ${by}`),
    refused: record.refused.map(({ by, reason }) => `${by}: ${reason}`),
    remarks: record.remarks,
    isAdvisory: record.isAdvisory,
    commands: outcome.commands,
  };
}

const nothing = { approved: [], refused: [], remarks: [], isAdvisory: true, commands: [] };
const approvedBy = (by: string) => [`${fingerprint} by ${by}`];

describe('a comment', () => {
  test('of somebody with the permission counts, whatever the letter case', async () => {
    const { id } = pullRequest.addComment({ author: 'mia', body: approve.replace('abcdef', 'ABCDEF') });
    expect(await evaluate()).toEqual({
      ...nothing,
      approved: approvedBy('mia'),
      commands: [{ commentId: id, by: 'mia', fingerprint, problem: null }],
    });
  });

  test('of an owner counts without the permission', async () => {
    pullRequest.addComment({ author: 'olga', body: approve });
    expect((await evaluate({ rules: { users: ['OLGA'] } })).approved).toEqual(approvedBy('olga'));
  });

  test('counts once, the first', async () => {
    pullRequest.addComment({ author: 'olga', body: approve });
    pullRequest.addComment({ author: 'mia', body: approve });
    expect((await evaluate()).approved).toEqual(approvedBy('olga'));
  });

  test('that others edit within the second of its creation does not count', async () => {
    const { id } = pullRequest.addComment({ author: 'mia', body: 'not yet' });
    const edited = pullRequest.editComment(id, approve);
    expect(edited?.updatedAt).toBe(edited?.createdAt);
    const { approved, refused } = await evaluate();
    expect({ approved, refused }).toEqual({
      approved: [],
      refused: ['mia: the comment was edited, which revokes it: write a new one'],
    });
  });

  test('counts for nobody when GitHub does not say whether it was edited', async () => {
    pullRequest.addComment({ author: 'mia', body: approve });
    gitHub.injectFault({ on: 'POST /graphql', answer: badGateway(), times: 3 });
    await expect(evaluate()).rejects.toThrow(
      /^cannot look up whether comments were edited: GitHub is not available now \(502/,
    );
  });

  test.each(['renovate[bot]', 'github-actions[bot]', 'ghost'])(
    'of %s does not count, whatever its permission',
    async (author) => {
      repository.setPermission(author, 'admin');
      pullRequest.addComment({ author, body: approve });
      const { approved, refused } = await evaluate({ rules: { users: [author] } });
      expect({ approved, refused }).toEqual({
        approved: [],
        refused: [`${author}: ${author} is no person's account`],
      });
    },
  );

  test('for no change of this pull request costs no look-up', async () => {
    pullRequest.addComment({ author: 'mallory', body: approve.replace(fingerprint, other) });
    const { refused } = await evaluate();
    expect(refused).toEqual([
      'mallory: no change in this review has that fingerprint: its effect is another one by now, or none',
    ]);
    expect(gitHub.requests.filter(({ path }) => path.includes('/collaborators/'))).toEqual([]);
  });

  test('in code or behind other words gives no command', async () => {
    for (const body of [
      `    ${approve}`,
      `\t${approve}`,
      `\`\`\`\n${approve}\n\`\`\``,
      `> ${approve}`,
      `so\n${approve}`,
    ])
      pullRequest.addComment({ author: 'mia', body });
    expect(await evaluate()).toEqual(nothing);
  });

  test('of 65,536 characters is read up to 20 commands, and of many the newest 100 are listed', async () => {
    const line = `/topodiff approve ${other} x`;
    const body = Array.from({ length: 1700 }, () => line).join('\n');
    for (let count = 0; count < 5; count += 1) pullRequest.addComment({ author: 'mallory', body });
    const { refused, remarks, commands } = await evaluate();
    expect([commands.length, refused.length]).toEqual([105, 100]);
    expect(remarks).toEqual(['5 older commands and reviews that do not count are not listed.']);
  });

  test('of one who may write to another pull request of the queue counts nothing there', async () => {
    const second = repository.openPullRequest({ head: 'topic', base: 'main', author: 'alice' });
    second.addComment({ author: 'mia', body: approve });
    expect(await evaluate()).toEqual(nothing);
  });

  test('is found behind 250 others', async () => {
    for (let count = 0; count < 250; count += 1) pullRequest.addComment({ author: 'bob', body: 'no' });
    pullRequest.addComment({ author: 'mia', body: approve });
    expect((await evaluate()).approved).toEqual(approvedBy('mia'));
  });
});

describe('who made the pull request may not approve it', () => {
  const wrote = (by: string) => [`${by}: ${by} wrote a commit of this pull request`];

  test('its author, in whatever letters', async () => {
    repository.setPermission('alice', 'admin');
    pullRequest.addComment({ author: 'alice', body: approve });
    const { approved, refused } = await evaluate({ rules: { users: ['ALICE'] } });
    expect({ approved, refused }).toEqual({
      approved: [],
      refused: ['alice: alice opened this pull request'],
    });
    expect((await evaluate({ rules: { isAuthorAllowed: true } })).approved).toEqual(approvedBy('alice'));
  });

  test.each(['author', 'committer'] as const)('the %s of a commit', async (role) => {
    repository.commit({ branch: 'topic', files: { b: '1' }, author: 'alice', [role]: 'mia' });
    pullRequest.addComment({ author: 'mia', body: approve });
    const { approved, refused } = await evaluate();
    expect({ approved, refused }).toEqual({ approved: [], refused: wrote('mia') });
  });

  test('a co-author', async () => {
    const { id } = gitHub.user('mia');
    repository.commit({
      branch: 'topic',
      files: { b: '1' },
      author: 'alice',
      message: `Work\n\nCo-authored-by: Mia <${id}+mia@users.noreply.github.com>`,
    });
    pullRequest.addComment({ author: 'mia', body: approve });
    const { approved, refused } = await evaluate();
    expect({ approved, refused }).toEqual({ approved: [], refused: wrote('mia') });
  });

  test("who pushed a commit under somebody else's name", async () => {
    repository.commit({ branch: 'topic', files: { b: '1' }, author: 'alice', pusher: 'mia' });
    pullRequest.addComment({ author: 'mia', body: approve });
    const { approved, refused } = await evaluate();
    expect({ approved, refused }).toEqual({
      approved: [],
      refused: ['mia: mia pushed a commit of this pull request'],
    });
  });

  test('not who once pushed to a branch of that name what is merged since', async () => {
    repository.commit({ branch: 'topic', files: { b: '1' }, author: 'alice', pusher: 'mia' });
    baseSha = pullRequest.headSha;
    repository.commit({ branch: 'topic', files: { b: '2' }, author: 'alice' });
    pullRequest.addComment({ author: 'mia', body: approve });
    expect((await evaluate()).approved).toEqual(approvedBy('mia'));
  });

  test('who pushed in a fork that the token cannot see: a line says so', async () => {
    const fork = repository.addFork('carol/serving');
    fork.commit({ branch: 'patch', files: { b: '1' }, author: 'carol' });
    pullRequest = repository.openPullRequest({ head: 'patch', headRepository: fork, author: 'carol' });
    pullRequest.addComment({ author: 'mia', body: approve });
    const { approved, remarks } = await evaluate();
    expect({ approved, remarks }).toEqual({
      approved: approvedBy('mia'),
      remarks: [
        'Not everybody who pushed to the branch is known, so that an approver who did may not show: cannot list the pushes to the branch: GitHub answered 404 "Not Found"; it does not exist, or the token needs "contents: read".',
      ],
    });
  });

  test('the first of 260 commits', async () => {
    repository.commit({ branch: 'topic', files: { b: 'first' }, author: 'mia', pusher: 'alice' });
    for (let count = 0; count < 259; count += 1)
      repository.commit({ branch: 'topic', files: { b: `${count}` }, author: 'alice' });
    pullRequest.addComment({ author: 'mia', body: approve });
    expect((await evaluate()).refused).toEqual(wrote('mia'));
  });

  test('where a merge queue squashed the commits, their authors still count', async () => {
    repository.commit({ branch: 'topic', files: { b: '1' }, author: 'mia', pusher: 'alice' });
    pullRequest.addComment({ author: 'mia', body: approve });
    const headSha = repository.commit({
      branch: 'queue',
      files: { 'a.yaml': 'a: 1\n', b: '1' },
      author: 'alice',
      committer: 'web-flow',
    });
    expect((await evaluate({ headSha })).refused).toEqual(wrote('mia'));
  });

  test('a commit of no account is a remark, also when GitHub itself committed it', async () => {
    repository.commit({ branch: 'topic', files: { b: '1' }, author: null, committer: 'web-flow' });
    pullRequest.addComment({ author: 'mia', body: approve });
    expect((await evaluate()).remarks).toEqual([
      '1 commit has an author of no account of GitHub: whether an approver wrote it cannot be told.',
    ]);
  });
});

describe('a review', () => {
  const submit = (author: string, state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED', commitId?: string) =>
    pullRequest.addReview({
      author,
      state,
      body: 'we talked',
      ...(commitId === undefined ? {} : { commitId }),
    });

  test('of an owner approves what it saw', async () => {
    submit('olga', 'APPROVED');
    submit('olga', 'COMMENTED');
    expect((await evaluate({ required: [fingerprint, other] })).approved).toEqual(approvedBy('olga'));
  });

  test.each([
    ['requested changes later', () => submit('olga', 'CHANGES_REQUESTED')],
    ['is dismissed', () => pullRequest.dismissReview(pullRequest.reviews[0]?.id ?? 0)],
  ])('of one who %s does not', async (_, revoke) => {
    submit('olga', 'APPROVED');
    revoke();
    expect(await evaluate()).toEqual(nothing);
  });

  test('does not approve what another commit did', async () => {
    submit('olga', 'APPROVED', repository.commit({ branch: 'topic', files: { b: '1' }, author: 'alice' }));
    repository.commit({ branch: 'topic', files: { b: '2' }, author: 'alice' });
    expect((await evaluate()).refused).toEqual([
      expect.stringMatching(/^olga: the review saw [0-9a-f]{7}, whose changes had another effect$/),
    ]);
  });

  test('is looked at again from the newest on, because the oldest may be too many', async () => {
    const commits = ['1', '2', '3'].map((b) => {
      const commit = repository.commit({ branch: 'topic', files: { b }, author: 'alice' });
      repository.setPermission(`owner${b}`, 'read');
      pullRequest.addReview({ author: `owner${b}`, state: 'APPROVED', body: '', commitId: commit });
      return commit;
    });
    const asked: string[] = [];
    const loadFingerprintsAt = (sha: string) => {
      asked.push(sha);
      return Promise.resolve(new Set<string>());
    };
    await evaluate({ rules: { users: ['owner1', 'owner2', 'owner3'] }, loadFingerprintsAt });
    expect(asked).toEqual(commits.toReversed());
  });

  test('of a commit that cannot be read says why', async () => {
    submit('olga', 'APPROVED');
    const loadFingerprintsAt = () => Promise.resolve('the commit cannot be read');
    expect((await evaluate({ loadFingerprintsAt })).refused).toEqual(['olga: the commit cannot be read']);
  });

  test('of one who is no owner counts for nothing, and its commit is not read', async () => {
    submit('mia', 'APPROVED');
    const loadFingerprintsAt = () => Promise.reject(new Error('asked'));
    expect((await evaluate({ loadFingerprintsAt })).refused).toEqual([
      'mia: mia is not one of the owners that the policy lists',
    ]);
  });
});

describe('a rejection on the dashboard', () => {
  const rejectedBy = (login: string) =>
    ({
      fingerprint,
      verdict: 'rejected',
      by: login,
      userId: gitHub.user(login).id,
      at: '2026-11-27T10:00:00Z',
      reason: 'not yet',
      url: null,
    }) as const;
  beforeEach(() => {
    pullRequest.addComment({ author: 'mia', body: approve });
  });

  test('of somebody who may approve outweighs an approval', async () => {
    const { approved, refused } = await evaluate({ decisions: [rejectedBy('olga')] });
    expect({ approved, refused }).toEqual({ approved: [], refused: ['olga: rejected: not yet'] });
  });

  test('of somebody else does not', async () => {
    expect((await evaluate({ decisions: [rejectedBy('bob')] })).approved).toEqual(approvedBy('mia'));
  });

  test('holds as long as GitHub does not say what his permission is', async () => {
    gitHub.injectFault({
      on: 'GET /repos/acme/serving/collaborators/olga/permission',
      answer: badGateway(),
      times: 3,
    });
    const { approved, refused } = await evaluate({ decisions: [rejectedBy('olga')] });
    expect({ approved, refused }).toEqual({ approved: [], refused: ['olga: rejected: not yet'] });
  });

  test('holds where the token may not ask who is in a team', async () => {
    const rules = { teams: ['acme/platform'] };
    const { approved, refused } = await evaluate({ rules, decisions: [rejectedBy('bob')] });
    expect({ approved, refused }).toEqual({ approved: [], refused: ['bob: rejected: not yet'] });
  });
});

describe('the status binds', () => {
  test.each<[string, () => TokenOptions, boolean]>([
    ["with a workflow's token", () => ({ kind: 'actions', repository, permissions: reading }), true],
    [
      "with a person's token",
      () => ({ kind: 'personal', user: 'root', repositories: [repository], permissions: reading }),
      true,
    ],
    [
      "with an App's token",
      () => ({ kind: 'app', app: 'topodiff', repositories: [repository], permissions: reading }),
      false,
    ],
  ])('%s: advisory or not', async (_, options, isAdvisory) => {
    token = tokenOf(options());
    expect((await evaluate()).isAdvisory).toBe(isAdvisory);
  });
});
