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
