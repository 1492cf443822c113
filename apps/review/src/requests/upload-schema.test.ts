import { hostileStrings } from '@topodiff/testkit';
import { sampleUpload } from '../testing/sample-upload.ts';
import { readUpload } from './upload-schema.ts';

type Sample = ReturnType<typeof sampleUpload>;
const serverUrl = 'https://github.com';

/** The sample with one place changed. */
function uploadWith(change: (upload: Sample) => void): Sample {
  const upload = structuredClone(sampleUpload());
  change(upload);
  return upload;
}
const lineOf = async (body: unknown): Promise<string> => {
  const result = await readUpload(body, serverUrl);
  return result.kind === 'refused' ? result.line : 'taken';
};

test('takes an upload as it is', async () => {
  const { formatVersion: _, ...upload } = sampleUpload();
  expect(await readUpload(sampleUpload(), serverUrl)).toEqual({ kind: 'upload', upload });
});

test('keeps hostile texts as texts', async () => {
  for (const { text } of hostileStrings) {
    if (/[\0\p{Surrogate}]/u.test(text)) continue;
    const result = await readUpload(
      uploadWith(({ pullRequest }) => (pullRequest.title = text.slice(0, 1_000))),
      serverUrl,
    );
    expect(result).toMatchObject({ upload: { pullRequest: { title: text.slice(0, 1_000) } } });
  }
});

test.each<[string, (upload: Sample) => void]>([
  ['pullRequest.title is too long', ({ pullRequest }) => (pullRequest.title = 'a'.repeat(1_001))],
  ['pullRequest.number is too short or too small', ({ pullRequest }) => (pullRequest.number = 0)],
  ['pullRequest.number is too long or too large', ({ pullRequest }) => (pullRequest.number = 2 ** 31)],
  ['repository.fullName', ({ repository }) => (repository.fullName = 'acme/..')],
  ['repository.fullName', ({ repository }) => (repository.fullName = 'acme/serving/x')],
  ['repository.fullName', ({ repository }) => (repository.fullName = 'acme/a b')],
  ['repository.id', ({ repository }) => (repository.id = 1.5)],
  ['run has a key', ({ run }) => Object.assign(run, { other: 1 })],
  ['The upload has a key', (upload) => Object.assign(upload, { other: 1 })],
  ['report has a key', ({ report }) => Object.assign(report, { other: 1 })],
  ['report.formatVersion', ({ report }) => Object.assign(report, { formatVersion: 0 })],
  ['a text that cannot be stored', ({ pullRequest }) => (pullRequest.title = 'a\0b')],
  ['a text that cannot be stored', ({ pullRequest }) => (pullRequest.title = '\ud800')],
  ['a text that cannot be stored', ({ report }) => report.reasons.push('a\0b')],
  ['does not compare two commits', ({ report }) => (report.comparison = null)],
  [
    'does not compare two commits',
    ({ report }) => Object.assign(report.comparison?.head ?? {}, { sha: 'x' }),
  ],
  ['number of GPUs', ({ report }) => (report.fleet.gpus.head = 2 ** 31)],
  ['number of GPUs', ({ report }) => (report.fleet.gpus.head = -1)],
])('refuses: %s', async (line, change) => {
  expect(await lineOf(uploadWith(change))).toContain(line);
});

test.each([
  '../a/model-config.yaml',
  'a/../../model-config.yaml',
  'a/..',
  '/etc/passwd',
  'a\\..\\b',
  '\\\\host\\share',
  'C:\\a',
  'c:/a',
])('refuses the path %j wherever a report names one', async (path) => {
  const line = 'The report has a path that leaves the repository.';
  const places: ((upload: Sample) => unknown)[] = [
    ({ report }) => Object.assign(report.models[0] ?? {}, { path }),
    ({ report }) => Object.assign(report.models[0] ?? {}, { previousPath: path }),
    ({ report }) => report.models[0]?.changedRelatedFiles.push(path),
    ({ report }) => report.skipped.push({ path, reason: 'a' }),
    ({ report }) => report.notices.push({ path, code: 'a', severity: 'info', message: 'a' }),
    ({ report }) => (report.host.configProperties = path),
  ];
  for (const place of places) expect(await lineOf(uploadWith((upload) => void place(upload)))).toBe(line);
});

test.each(['a..b/model-config.yaml', '..a/b', 'a/...', 'a:b/c'])('takes the path %j', async (path) => {
  expect(await lineOf(uploadWith(({ report }) => Object.assign(report.models[0] ?? {}, { path })))).toBe(
    'taken',
  );
});

test.each([
  'http://github.com/acme/serving/pull/7',
  'https://evil.example/',
  'https://github.com.evil.example/',
  'https://github.com@evil.example/',
  'https://a:b@github.com/',
  'javascript:alert(1)',
  '//github.com/',
  '',
])('drops the link %j', async (url) => {
  const result = await readUpload(
    uploadWith((upload) => {
      upload.pullRequest.url = url;
      for (const finding of upload.report.models[0]?.findings ?? []) finding.helpUrl = url;
    }),
    serverUrl,
  );
  const { pullRequest, report } = result.kind === 'upload' ? result.upload : sampleUpload();
  expect(pullRequest.url).toBe('');
  expect(report.models[0]?.findings.length).toBeGreaterThan(0);
  expect(report.models[0]?.findings.every(({ helpUrl }) => helpUrl === null)).toBe(true);
});

test('says what is wrong on one line, without what was sent', async () => {
  const hostile = { 'a\r\nset-cookie: x=y': 1, ghp_secret: 1 };
  const line = await lineOf({ ...sampleUpload(), ...hostile });
  expect(line).toBe('The upload has a key that the format does not know.');
  const environment = uploadWith(({ report }) => {
    const launch = report.models[0]?.head?.launch.workers[0];
    Object.assign(launch?.environment ?? {}, { 'ghp_secret\n': 1 });
  });
  expect(await lineOf(environment)).not.toMatch(/\n/);
  for (const body of [null, [], 'a', 1, undefined]) expect(await lineOf(body)).toMatch(/^The upload is/);
});

test('does not take what would change every object', async () => {
  const text = JSON.stringify(sampleUpload()).replace('{', '{"__proto__":{"polluted":true},');
  expect(await lineOf(JSON.parse(text))).toContain('has a key');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
