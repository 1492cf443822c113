import { makeApproverLookup, type ApproverRules } from './make-approver-lookup.ts';
import { respond, scriptedClient } from './testing/scripted-client.ts';
import type { GithubResponse } from './github-client.ts';

const mia = { login: 'Mia', id: 7, isPerson: true };
const notFound = respond(404, { message: 'Not Found' });
const forbidden = respond(403, { message: 'Resource not accessible by integration' });
const role = (role_name: string, permission = role_name, id = 7) =>
  respond(200, { role_name, permission, user: { login: 'Mia', id } });

interface Answers {
  readonly permission?: GithubResponse;
  readonly membership?: GithubResponse;
  readonly repository?: GithubResponse;
}

function makeLookup(
  rules: Partial<ApproverRules>,
  { permission = role('none'), membership = notFound, repository = respond(200, { private: true }) }: Answers,
) {
  const client = scriptedClient((route) => {
    if (route.includes('/teams/')) return membership;
    return route.endsWith('/permission') ? permission : repository;
  });
  const all = { permission: null, users: [], teams: [], isAuthorAllowed: false, ...rules };
  return { lookup: makeApproverLookup(client, { owner: 'acme', repo: 'serving' }, all), client };
}

describe('by permission', () => {
  const asked = (has: string, for_: string) =>
    `Mia has the permission ${has}, and the policy asks for ${for_}`;

  test.each([
    ['admin', role('admin'), 'maintain', null],
    ['maintain', role('maintain', 'write'), 'maintain', null],
    ['write', role('write'), 'maintain', asked('write', 'maintain')],
    ['triage', role('triage', 'read'), 'read', null],
    ['none', role('none'), 'read', asked('none', 'read')],
    ['a role that an organization made', role('ml-lead', 'write'), 'write', null],
    ['the same, for more', role('ml-lead', 'write'), 'maintain', asked('write', 'maintain')],
    ['a role that nobody knows', role('x', 'y'), 'read', asked('none', 'read')],
    ['no account of GitHub', notFound, 'read', asked('none', 'read')],
    ['a login that is somebody else’s by now', role('admin', 'admin', 8), 'read', asked('none', 'read')],
    ['a word of the policy that is no role', role('admin'), 'owner', asked('admin', 'owner')],
    ['the role none, which everybody has', role('none'), 'none', asked('none', 'none')],
  ])('%s', async (_, permission, least, refusal) => {
    const { lookup } = makeLookup({ permission: least }, { permission });
    expect(await lookup.refuseComment(mia)).toBe(refusal);
    expect(lookup.remarks).toEqual([]);
  });

  test('what cannot be looked up counts for nobody, in one line', async () => {
    const { lookup } = makeLookup({ permission: 'read' }, { permission: forbidden });
    expect(await lookup.refuseComment(mia)).toBe(asked('none', 'read'));
    await lookup.refuseComment({ ...mia, login: 'bob', id: 8 });
    expect(lookup.remarks).toEqual([
      'Nobody\'s permission counts: cannot look up the permission of a user: GitHub answered 403 "Resource not accessible by integration"; the token needs "metadata: read".',
    ]);
  });

  test('each is asked once', async () => {
    const { lookup, client } = makeLookup({ permission: 'write' }, { permission: role('write') });
    await lookup.refuseComment(mia);
    await lookup.refuseComment({ ...mia, login: 'mia' });
    expect(client.requests.map(({ params }) => params)).toEqual([
      { owner: 'acme', repo: 'serving', username: 'Mia' },
    ]);
  });

  test('does not count for a review', async () => {
    const { lookup } = makeLookup({ permission: 'read' }, { permission: role('admin') });
    expect(await lookup.refuseReview(mia)).toBe('Mia is not one of the owners that the policy lists');
  });
});

describe('as an owner', () => {
  test('who is listed, in whatever letters, and has access', async () => {
    const { lookup } = makeLookup({ users: ['MIA'] }, { permission: role('read') });
    expect([await lookup.refuseComment(mia), await lookup.refuseReview(mia)]).toEqual([null, null]);
  });

  test('not without access any more', async () => {
    const { lookup } = makeLookup({ users: ['mia'] }, {});
    expect(await lookup.refuseReview(mia)).toBe('Mia has no access to the repository');
  });

  test('also with less than the permission', async () => {
    const { lookup } = makeLookup({ users: ['mia'], permission: 'admin' }, { permission: role('read') });
    expect(await lookup.refuseComment(mia)).toBe(null);
    expect(await lookup.refuseComment({ ...mia, login: 'bob' })).toBe(
      'bob has the permission read, and the policy asks for admin or to be one of the owners that it lists',
    );
  });
});

describe('on a public repository, where everybody has the permission to read', () => {
  const repository = respond(200, { private: false });
  const onlyReads =
    'Mia has only what everybody has on a public repository, where an approval takes the permission triage or more';

  test.each([
    ['an owner', { users: ['mia'] }],
    ['who has the permission', { permission: 'read' }],
  ])('that alone makes nobody %s', async (_, rules) => {
    const { lookup, client } = makeLookup(rules, { permission: role('read'), repository });
    expect([await lookup.refuseComment(mia), await lookup.refuseComment(mia)]).toEqual([
      onlyReads,
      onlyReads,
    ]);
    expect(client.requests.filter(({ route }) => route === 'GET /repos/{owner}/{repo}').length).toBe(1);
    const { lookup: another } = makeLookup(rules, { permission: role('triage', 'read'), repository });
    expect(await another.refuseComment(mia)).toBe(null);
  });

  test('what cannot be looked up counts for nobody, in one line', async () => {
    const { lookup } = makeLookup({ users: ['mia'] }, { permission: role('read'), repository: forbidden });
    expect(await lookup.refuseReview(mia)).toBe(onlyReads);
    expect(lookup.remarks).toEqual([
      'The permission to read counts for nobody: cannot look up who may read the repository: GitHub answered 403 "Resource not accessible by integration"; the token needs "metadata: read".',
    ]);
  });
});

describe('of a team', () => {
  const teams = ['acme/ml-platform'];
  const none = 'Mia is not one of the owners that the policy lists';
  const unknown =
    'The team acme/ml-platform counts for nobody: its members cannot be looked up with this token, which takes an App\'s or a personal one with "members: read" of the organization.';

  test.each([
    ['a member', respond(200, { state: 'active' }), null, []],
    ['one who was only invited', respond(200, { state: 'pending' }), none, []],
    ['somebody else', notFound, none, []],
    ['nobody, with a token that may not ask', forbidden, none, [unknown]],
    ['nobody, when GitHub answers nonsense', respond(200, null), none, []],
  ])('%s', async (_, membership, refusal, remarks) => {
    const { lookup, client } = makeLookup({ teams }, { membership });
    expect(await lookup.refuseReview(mia)).toBe(refusal);
    expect(lookup.remarks).toEqual(remarks);
    expect(client.requests[0]?.params).toEqual({ org: 'acme', team_slug: 'ml-platform', username: 'Mia' });
  });
});

describe('whether a refusal may be wrong', () => {
  const read = role('read');
  const teams = ['acme/ml-platform'];

  test.each<[string, Partial<ApproverRules>, Answers, boolean]>([
    ['no: he only reads', { users: ['mia'] }, { permission: read, repository: respond(200, {}) }, false],
    ['no: he is not in the team', { teams }, { membership: notFound }, false],
    ['yes: his permission', { permission: 'read' }, { permission: forbidden }, true],
    ['yes: his team', { teams }, { membership: forbidden }, true],
    ['yes: who reads the repository', { users: ['mia'] }, { permission: read, repository: forbidden }, true],
  ])('%s', async (_, rules, answers, isUnknown) => {
    const { lookup } = makeLookup(rules, answers);
    expect(await lookup.refuseComment(mia)).not.toBe(null);
    expect(lookup.isUnknown(mia)).toBe(isUnknown);
  });
});
