import { largestFileBytes, makeSourceTextLoader } from './load-source-text.ts';
import { respond, scriptedClient } from './testing/scripted-client.ts';

const repository = { owner: 'acme', repo: 'serving' };
const decode = (base64: string) => ({
  text: Buffer.from(base64, 'base64').toString(),
  hasInvalidUtf8: false,
});
const base64 = (text: string) => Buffer.from(text).toString('base64');

async function load(
  entry: { readonly mode?: string; readonly size?: number | null },
  content: string,
  options: { readonly encoding?: string; readonly status?: number } = {},
) {
  const { encoding = 'base64', status = 200 } = options;
  const data = status === 200 ? { content: base64(content), encoding } : { message: 'no' };
  const client = scriptedClient(() => respond(status, data));
  const whole = { path: 'a', mode: '100644', sha: 'abc', size: 3, ...entry };
  const text = await makeSourceTextLoader(client, repository, decode).load(whole);
  return { text, requests: client.requests.length };
}

describe('makeSourceTextLoader', () => {
  test('reads a file by its blob', async () => {
    expect(await load({}, 'a: ü\n')).toEqual({
      text: { kind: 'text', text: 'a: ü\n', sha: 'abc' },
      requests: 1,
    });
  });

  test('keeps that bytes were no UTF-8', async () => {
    const client = scriptedClient(() => respond(200, { content: '', encoding: 'base64' }));
    const entry = { path: 'a', mode: '100755', sha: 'abc', size: 3 };
    const text = await makeSourceTextLoader(client, repository, () => ({
      text: '\ufffd',
      hasInvalidUtf8: true,
    })).load(entry);
    expect(text).toEqual({ kind: 'text', text: '\ufffd', hasInvalidUtf8: true, sha: 'abc' });
  });

  test('takes a pointer of Git LFS for none of the file that it stands for', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 5\n`;
    expect((await load({}, pointer)).text).toMatchObject({ kind: 'unreadable', reason: 'lfs-pointer' });
  });

  test('names the target of a symbolic link and does not follow it', async () => {
    expect(await load({ mode: '120000' }, '../real.yaml')).toEqual({
      text: {
        kind: 'unreadable',
        reason: 'symlink',
        detail: 'it is a symbolic link to ../real.yaml, which is not followed',
        sha: 'abc',
      },
      requests: 1,
    });
  });

  test.each([
    {
      name: 'a folder',
      entry: { mode: '040000', size: null },
      reason: 'directory',
      detail: 'it is a directory',
    },
    {
      name: 'a submodule',
      entry: { mode: '160000', size: null },
      reason: 'submodule',
      detail: 'it is a submodule',
    },
    {
      name: 'a link with an endless target',
      entry: { mode: '120000', size: 5000 },
      reason: 'symlink',
      detail: 'it is a symbolic link, which is not followed',
    },
    {
      name: 'a file that is too large',
      entry: { size: largestFileBytes + 1 },
      reason: 'too-large',
      detail: "it has 12.0 MiB, more than TorchServe's parser reads",
    },
  ])('does not download $name', async ({ entry, reason, detail }) => {
    expect(await load(entry, '')).toEqual({
      text: { kind: 'unreadable', reason, detail, sha: 'abc' },
      requests: 0,
    });
  });

  test('downloads the largest file', async () => {
    expect((await load({ size: largestFileBytes }, 'a')).text.kind).toBe('text');
  });

  test.each([
    {
      name: 'forbidden',
      options: { status: 403 },
      reason: 'permission',
      detail: 'cannot read a file: GitHub answered 403 "no"; the token needs "contents: read"',
    },
    {
      name: 'refused',
      options: { status: 422 },
      reason: 'failed',
      detail: 'cannot read a file: GitHub refused it (422 "no")',
    },
    {
      name: 'encoded in a new way',
      options: { encoding: 'none' },
      reason: 'failed',
      detail: 'cannot read a file: GitHub sends it in no encoding that we know',
    },
  ])('a file that is $name is a value', async ({ options, reason, detail }) => {
    expect((await load({}, 'x', options)).text).toEqual({ kind: 'unreadable', reason, detail, sha: 'abc' });
  });
});

describe('loadAll', () => {
  const shaOf = (index: number) => index.toString(16).padStart(40, '0');
  const entryOf = (index: number, size = 2) => ({
    path: `${index}`,
    mode: '100644',
    sha: shaOf(index),
    size,
  });

  /** A blob of GraphQL, and how many files each query asks for. */
  function setUp(blobOf: (sha: string) => unknown = () => blob('ab')) {
    const asked: number[] = [];
    const client = scriptedClient((route, { query }) => {
      if (route !== 'graphql') return respond(200, { content: base64('alone'), encoding: 'base64' });
      const ids = [...String(query).matchAll(/(b\d+): object\(oid: "([0-9a-f]+)"\)/g)];
      asked.push(ids.length);
      const blobs = ids.map(([, name = '', sha = '']): [string, unknown] => [name, blobOf(sha)]);
      return respond(200, { data: { repository: Object.fromEntries(blobs) } });
    });
    const alone = () => client.requests.filter(({ route }) => route.includes('/git/blobs/')).length;
    return { loader: makeSourceTextLoader(client, repository, decode), asked, alone };
  }
  const blob = (text: string | null, more: object = {}) => ({
    byteSize: Buffer.byteLength(text ?? ''),
    isBinary: false,
    isTruncated: false,
    text,
    ...more,
  });
  const entries = (count: number, size?: number) =>
    Array.from({ length: count }, (_, index) => entryOf(index, size));

  test.each([
    [0, []],
    [1, []],
    [2, [2]],
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
  ])('%i files: queries of %j', async (count, queries) => {
    const { loader, asked, alone } = setUp();
    await loader.loadAll(entries(count));
    expect(asked).toEqual(queries);
    expect(alone()).toBe(count === 1 ? 1 : 0);
    await loader.loadAll(entries(count));
    expect(asked).toEqual(queries);
  });

  test('a query holds at most 2 MiB, and no file that GraphQL cuts', async () => {
    const large = setUp(() => null);
    await large.loader.loadAll(entries(6, 500_000));
    expect(large.asked).toEqual([4, 2]);
    const tooLarge = setUp();
    await tooLarge.loader.loadAll(entries(3, 512_001));
    expect([tooLarge.asked, tooLarge.alone()]).toEqual([[], 3]);
  });

  test.each([
    ['truncated', blob('ab', { isTruncated: true })],
    ['binary', blob(null, { isBinary: true })],
    ['of another size than the tree says', blob('abc')],
    ['of another size than its text has', blob('ab', { byteSize: 3 })],
    ['no UTF-8', blob('\ufffd')],
    ['missing', null],
    ['without a text', blob(null)],
    ['not said to be whole', { byteSize: 2, text: 'ab' }],
  ])('a file that is %s is read alone', async (_, answer) => {
    const { loader, alone } = setUp((sha) => (sha === shaOf(1) ? answer : blob('ab')));
    await loader.loadAll(entries(3));
    expect(alone()).toBe(1);
    const texts = await Promise.all(entries(3).map((entry) => loader.load(entry)));
    expect(texts.map((source) => (source.kind === 'text' ? source.text : source.detail))).toEqual([
      'ab',
      'alone',
      'ab',
    ]);
  });

  test('a query that fails is told once, and all are read alone', async () => {
    const client = scriptedClient((route) =>
      route === 'graphql'
        ? respond(200, { errors: [{ message: 'not today' }] })
        : respond(200, { content: base64('alone'), encoding: 'base64' }),
    );
    const loader = makeSourceTextLoader(client, repository, decode);
    await loader.loadAll(entries(120));
    expect(loader.remarks).toEqual([
      'Files were read one by one: cannot read files: GitHub refused it (200 "not today").',
    ]);
    expect(client.requests.filter(({ route }) => route.includes('/git/blobs/')).length).toBe(120);
  });

  test('what is no id never gets into a query', async () => {
    const { loader } = setUp();
    const hostile = { ...entryOf(1), sha: '") { oid } } #' };
    await expect(loader.loadAll([entryOf(2), hostile])).rejects.toThrow(
      'names an object by something that is no id',
    );
  });
});
