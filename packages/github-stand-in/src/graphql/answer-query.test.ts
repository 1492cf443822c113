import { gitHubLimits } from '../limits.ts';
import type { Json } from '../openapi/description.ts';
import { executable, symbolicLink } from '../state/file-content.ts';
import { GitHubState } from '../state/git-hub-state.ts';
import type { Permissions } from '../state/token.ts';
import { answerQuery } from './answer-query.ts';
import type { QueryAnswer } from './answer-query.ts';

const state = new GitHubState(() => new Date('2026-03-01T10:00:00Z'));
const repository = state.addRepository('acme/serving');
const head = repository.commit({
  branch: 'main',
  files: {
    'a.yaml': 'größe: 1\n',
    'latin.yaml': Buffer.from('größe: 1\n', 'latin1'),
    'run.sh': executable('echo\n'),
    link: symbolicLink('a.yaml'),
    binary: Uint8Array.of(1, 0, 2),
    empty: '',
    large: 'x'.repeat(512_001),
  },
});
const shaOf = (path: string): string =>
  repository.store.readTree(repository.treeOf(head))?.find(({ name }) => name === path)?.sha ?? '';

function ask(
  query: string,
  variables: Record<string, Json> = {},
  permissions: Permissions = { contents: 'read' },
): QueryAnswer {
  const token = state.addToken({ kind: 'actions', repository, permissions });
  return answerQuery(
    { state, limits: gitHubLimits, token, budget: token.budgets.graphql },
    { query, variables },
  );
}

test('names an installation token with [bot], as viewer does and authors of comments do not', () => {
  expect(ask('{ viewer { login databaseId __typename } }')).toEqual({
    body: { data: { viewer: { login: 'github-actions[bot]', databaseId: 41_898_282, __typename: 'User' } } },
    problems: [],
  });
});

test('reads a batch of blobs by id and by path, links as they are', () => {
  const answer = ask(
    `query Blobs($owner: String!, $name: String!, $first: GitObjectID!) {
      rateLimit { cost limit }
      repository(owner: $owner, name: $name) {
        a: object(oid: $first) { ... on Blob { ...File } }
        b: object(expression: "main:link") { __typename ...File }
        c: object(oid: "${shaOf('binary')}") { ...File }
        d: object(oid: "${shaOf('empty')}") { ...File }
        latin: object(expression: "main:latin.yaml") { ...File }
        missing: object(expression: "main:nowhere") { oid }
        unknown: object(oid: "${'0'.repeat(40)}") { oid }
        commit: object(expression: "main") { __typename ... on GitObject { oid } ... on Blob { text } }
      }
    }
    fragment File on Blob { byteSize isBinary isTruncated text }`,
    { owner: 'acme', name: 'serving', first: shaOf('a.yaml') },
  );
  const blob = (byteSize: number, text: string | null): Json => ({
    byteSize,
    isBinary: text === null,
    isTruncated: false,
    text,
  });
  expect(answer).toEqual({
    body: {
      data: {
        rateLimit: { cost: 1, limit: 1_000 },
        repository: {
          a: blob(11, 'größe: 1\n'),
          b: { __typename: 'Blob', byteSize: 6, isBinary: false, isTruncated: false, text: 'a.yaml' },
          c: blob(3, null),
          d: blob(0, ''),
          latin: blob(9, 'gr\uFFFD\uFFFDe: 1\n'),
          missing: null,
          unknown: null,
          commit: { __typename: 'Commit', oid: head },
        },
      },
    },
    problems: [],
  });
});

test('cuts the text of a blob at 512,000 bytes and says so', () => {
  const { body } = ask(
    '{ repository(owner: "acme", name: "serving") { object(expression: "main:large") { ... on Blob { byteSize isTruncated text } } } }',
  );
  const object = { byteSize: 512_001, isTruncated: true, text: 'x'.repeat(512_000) };
  expect(body).toEqual({ data: { repository: { object } } });
});

test('answers what may not be seen with errors beside the data', () => {
  const query =
    '{ viewer { login } repository(owner: "acme", name: "serving") { object(expression: "main") { oid } } }';
  expect(ask(query, {}, {}).body).toEqual({
    data: { viewer: { login: 'github-actions[bot]' }, repository: { object: null } },
    errors: [
      {
        type: 'FORBIDDEN',
        path: ['repository', 'object'],
        locations: [{ line: 1, column: 65 }],
        message: 'Resource not accessible by integration',
      },
    ],
  });
  state.addRepository('acme/secret');
  expect(ask('{ repository(owner: "acme", name: "secret") { databaseId } }').body).toEqual({
    data: { repository: null },
    errors: [
      {
        type: 'NOT_FOUND',
        path: ['repository'],
        locations: [{ line: 1, column: 3 }],
        message: "Could not resolve to a Repository with the name 'acme/secret'.",
      },
    ],
  });
});

test('tells of a comment whether it was edited, be it within the same second', () => {
  repository.commit({ branch: 'topic', files: { 'b.yaml': 'b: 1\n' } });
  const pullRequest = repository.openPullRequest({ head: 'topic' });
  const [kept, edited] = ['one', 'two'].map((body) => pullRequest.addComment({ author: 'bob', body }));
  pullRequest.editComment(edited?.id ?? 0, 'other');
  const idOf = (id = 0) => Buffer.from(`IssueComment:${id}`).toString('base64url');
  const query = `{
    kept: node(id: "${idOf(kept?.id)}") { ...comment }
    edited: node(id: "${idOf(edited?.id)}") { ...comment }
  } fragment comment on IssueComment { databaseId createdAt lastEditedAt includesCreatedEdit }`;
  const createdAt = '2026-03-01T10:00:00Z';
  expect(ask(query, {}, { pull_requests: 'read' })).toEqual({
    body: {
      data: {
        kept: { databaseId: kept?.id, createdAt, lastEditedAt: null, includesCreatedEdit: false },
        edited: { databaseId: edited?.id, createdAt, lastEditedAt: createdAt, includesCreatedEdit: true },
      },
    },
    problems: [],
  });
  const missing = { type: 'NOT_FOUND', path: ['node'], locations: [{ line: 1, column: 3 }] };
  expect(ask('{ node(id: "nothing") { id } }').body).toEqual({
    data: { node: null },
    errors: [{ ...missing, message: "Could not resolve to a node with the global id of 'nothing'." }],
  });
});

test('names author and co-authors of a commit', () => {
  const bob = state.user('bob');
  const sha = repository.commit({
    branch: 'together',
    files: { 'c.yaml': 'c: 1\n' },
    author: 'alice',
    message: `Work\n\nCo-authored-by: bob <${bob.id}+bob@users.noreply.github.com>\nco-authored-by: Eve <eve@example.com>`,
  });
  const authors = (first: number) =>
    ask(
      `{ repository(owner: "acme", name: "serving") { object(oid: "${sha}") { ... on Commit { authors(first: ${first}) { totalCount nodes { user { login } } } } } } }`,
    ).body;
  const nodes = [{ user: { login: 'alice' } }, { user: { login: 'bob' } }, { user: null }];
  const answer = (count: number) => ({
    data: { repository: { object: { authors: { totalCount: 3, nodes: nodes.slice(0, count) } } } },
  });
  expect([authors(100), authors(1)]).toEqual([answer(3), answer(1)]);
});

const inRepository = (selections: string): string =>
  `{ repository(owner: "a", name: "b") { ${selections} } }`;

test.each([
  ['{ viewer { login', 'Parse error on end of query at 1:17'],
  ['mutation { addComment }', 'Parse error on "mutation" at 1:1'],
  ['{ viewer { login @include(if: true) } }', 'Parse error on "@" at 1:18'],
  ['{ viewer { login } } { viewer { login } }', 'Parse error on "{" at 1:22'],
  ['{ viewer { login ~ } }', 'Parse error on "~" at 1:18'],
  ['{ viewer { email } }', "Field 'email' doesn't exist on type 'User' at 1:12"],
  ['{ viewer }', "Field must have selections (field 'viewer') at 1:3"],
  ['{ viewer { login { x } } }', "Selections can't be made on scalars (field 'login') at 1:12"],
  [
    '{ repository(owner: "a") { databaseId } }',
    "Field 'repository' is missing required arguments: name at 1:3",
  ],
  ['{ viewer(id: 1) { login } }', "Field 'viewer' doesn't accept argument 'id' at 1:3"],
  ['query($a: Int) { viewer { login } }', 'Variable $a is declared by the query but not used at 1:7'],
  ['{ viewer { ...F } }', 'Fragment F was used, but not defined at 1:12'],
  ['{ viewer { login } } fragment F on User { login }', 'Fragment F was defined, but not used at 1:33'],
  ['{ viewer { ...F } } fragment F on User { ...F }', 'Fragment F contains an infinite loop at 1:42'],
  ['{ viewer { ... on Blob { text } } }', "Fragment on Blob can't be spread inside User at 1:16"],
  ['{ viewer { login login } }', "Field 'login' has a field conflict at 1:18"],
  [inRepository('object(oid: $x) { oid }'), 'Variable $x is used by the query but not declared at 1:39'],
  [
    inRepository('object(expression: "x") { text }'),
    "Field 'text' doesn't exist on type 'GitObject' at 1:65",
  ],
  [
    inRepository('object(oid: "x") { oid }'),
    "Argument 'oid' on Field 'object' has an invalid value (\"x\"). Expected type 'GitObjectID'. at 1:39",
  ],
])('refuses %s', (query, problem) => {
  const { body, problems } = ask(query);
  expect(problems).toEqual([problem]);
  expect(Object.keys(body)).toEqual(['errors']);
});

test('refuses variables of another type or form', () => {
  const query = `query($oid: GitObjectID!) ${inRepository('object(oid: $oid) { oid }')}`;
  expect(ask(query, { oid: 'main' }).problems).toEqual([
    'Variable $oid of type GitObjectID! was provided invalid value at 1:7',
  ]);
  expect(ask(query).problems).toEqual([
    'Variable $oid of type GitObjectID! was provided invalid value at 1:7',
  ]);
  expect(ask(query.replace('GitObjectID!', 'String!'), { oid: 'main' }).problems).toEqual([
    'Type mismatch on variable $oid (String! / GitObjectID) at 1:60',
  ]);
});
