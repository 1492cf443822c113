import type { Report } from '@topodiff/report';
import type { Identity } from '../../auth/identity.ts';
import { fakeGithub, user } from '../../testing/start-pages.ts';
import { refuseDecision } from './refuse-decision.ts';

type Rules = NonNullable<Report['approvals']>['rules'];
type Answers = NonNullable<Parameters<typeof fakeGithub>[0]>;

const rules: Rules = { permission: 'maintain', users: ['Olga'], teams: ['acme/ml'], isAuthorAllowed: false };
const onlyListed: Rules = { ...rules, permission: null };
const onlyPermission: Rules = { ...rules, users: [], teams: [] };
const nobodyListed: Rules = { ...onlyPermission, permission: null };
const pullRequest = { repository: { id: 4711, fullName: 'acme/serving' }, author: 'ada' };

test.each<[string, Identity, Rules, Answers, RegExp | null]>([
  ['somebody with the permission', user('bob'), rules, { permission: 'maintain' }, null],
  ['somebody with a stronger one', user('bob'), rules, { permission: 'admin' }, null],
  [
    'somebody with a weaker one',
    user('bob'),
    rules,
    { permission: 'write' },
    /permission write.*maintain or to be one/,
  ],
  [
    'somebody without the only thing asked',
    user('bob'),
    onlyPermission,
    {},
    /asks for the permission maintain\.$/,
  ],
  ['a listed user, whatever the case', user('olga'), rules, { permission: 'read' }, null],
  ['a listed user who lost his access', user('olga'), rules, { permission: 'none' }, /no access/],
  ['a member of a team', user('bob'), rules, { permission: 'read', teams: ['acme/ml'] }, null],
  ['a member of another team', user('bob'), rules, { permission: 'read', teams: ['acme/other'] }, /owners/],
  ['an admin where only owners count', user('bob'), onlyListed, { permission: 'admin' }, /owners/],
  ['an admin where nobody counts', user('bob'), nobodyListed, { permission: 'admin' }, /does not name/],
  ['the author, whatever the case', user('ADA'), rules, { permission: 'admin' }, /opened this pull request/],
  [
    'the author where he may',
    user('ada'),
    { ...rules, isAuthorAllowed: true },
    { permission: 'admin' },
    null,
  ],
  [
    'the author where he may, without the permission',
    user('ada'),
    { ...rules, isAuthorAllowed: true },
    {},
    /read/,
  ],
  ['nobody', { kind: 'nobody' }, rules, { permission: 'admin' }, /Sign in/],
  ['the person at the machine', { kind: 'local' }, rules, { permission: 'none' }, null],
])('%s', async (_name, identity, asked, answers, expected) => {
  const refusal = await refuseDecision(identity, pullRequest, asked, fakeGithub(answers));
  if (expected === null) expect(refusal).toBeNull();
  else expect(refusal).toMatch(expected);
});

test('a failure of GitHub is no permission', async () => {
  const github = { ...fakeGithub(), permissionIn: () => Promise.reject(new Error('502')) };
  await expect(refuseDecision(user('bob'), pullRequest, rules, github)).rejects.toThrow('502');
});
