import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import request from 'supertest';
import { startPages } from '../testing/start-pages.ts';

const { app } = startPages({ kind: 'local' });
const tp = (gpus: number | string) => `parallelType: tp\ntorchrun:\n  nproc-per-node: ${gpus}\n`;

test('two texts are compared', async () => {
  const answer = await request(app)
    .post('/playground')
    .field({ base: tp(4), head: tp('"8"'), gpus: '8', version: '0.12.0', csrf: 'x' });
  expect(answer.status).toBe(200);
  for (const part of ['nproc-per-node-invalid', 'runs 1 GPU', 'Processes (torchrun)'])
    expect(answer.text).toContain(part);
  expect(answer.text).toContain(`nproc-per-node: &quot;8&quot;`);
});

test('one text is checked, on whichever side', async () => {
  for (const side of ['base', 'head']) {
    const answer = await request(app)
      .post('/playground')
      .field({ [side]: tp(16), gpus: '8' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('not-enough-gpus');
    expect(answer.text).not.toContain('Worst change');
  }
});

test('a file outweighs the text, and takes its place', async () => {
  const answer = await request(app)
    .post('/playground')
    .field({ head: tp(4) })
    .attach('head-file', Buffer.from(tp('"2"')), 'C:\\folder\\mine.yaml');
  expect(answer.text).toContain('nproc-per-node-invalid');
  expect(answer.text).toContain('<code>mine.yaml</code>');
});

test('a model archive is read, and nothing of it is kept', async () => {
  const manifest = { model: { modelName: 'm', configFile: 'model-config.yaml', handler: 'handler.py' } };
  const archive = makeZip({
    'MAR-INF/MANIFEST.json': JSON.stringify(manifest),
    'model-config.yaml': tp('"8"'),
    'handler.py': '',
  });
  const answer = await request(app)
    .post('/playground')
    .field({ gpus: '8' })
    .attach('head-file', archive, 'llama.mar');
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('llama.mar/model-config.yaml');
  expect(answer.text).toContain('nproc-per-node-invalid');
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('topodiff-playground-'))).toEqual([]);
});

test('what is no archive is told', async () => {
  const answer = await request(app)
    .post('/playground')
    .field({})
    .attach('head-file', Buffer.from('nothing'), 'x.mar');
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('neither a zip archive nor a gzipped tar');
});

test.each<[string, Record<string, string>, RegExp]>([
  ['nothing', {}, /at least one/],
  ['a strange number of GPUs', { head: tp(4), gpus: '-1' }, /whole number/],
  ['an unknown version', { head: tp(4), version: '9.9.9' }, /one of the versions/],
])('%s is refused, and what was written stays', async (_name, fields, problem) => {
  const answer = await request(app)
    .post('/playground')
    .field({ base: tp(2), ...fields, ...(_name === 'nothing' ? { base: '' } : {}) });
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(problem);
  if (fields['head'] !== undefined) expect(answer.text).toContain('nproc-per-node: 4');
});

test.each<[string, (post: request.Test) => request.Test, RegExp]>([
  [
    'a file',
    (post) => post.attach('head-file', Buffer.alloc(5 * 1024 * 1024 + 1), 'x.yaml'),
    /larger than 5 MB/,
  ],
  ['a text', (post) => post.field({ head: 'x'.repeat(64 * 1024 + 1) }), /larger than 64 KB/],
  [
    'a field of another name',
    (post) => post.attach('other', Buffer.from('x'), 'x.yaml'),
    /could not be read/,
  ],
])('%s that is too much is told', async (_name, fill, problem) => {
  const answer = await fill(request(app).post('/playground'));
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(problem);
});

test('a form without files, as a script may send it, is read too', async () => {
  const answer = await request(app)
    .post('/playground')
    .type('form')
    .send({ head: tp(4) });
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('tp 4 GPUs');
});

/** A zip archive of some texts, as small as the format lets it be. */
function makeZip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

describe('what would keep everybody else waiting is not read', () => {
  const review = async (bytes: Uint8Array, name: string): Promise<string> => {
    const started = performance.now();
    const answer = await request(app)
      .post('/playground')
      .field({})
      .attach('head-file', Buffer.from(bytes), name);
    expect([answer.status, performance.now() - started < 5_000]).toEqual([200, true]);
    return answer.text;
  };
  const many = (count: number): string =>
    Array.from({ length: count }, (_, index) => `key${index}: value\n`).join('');

  test('a configuration of megabytes', async () => {
    expect(await review(Buffer.from(many(250_000)), 'x.yaml')).toContain('reads at most 64 KiB');
  });

  test('a configuration that an archive unpacks to megabytes', async () => {
    const archive = makeZip({
      'MAR-INF/MANIFEST.json': '{"model":{"modelName":"m","configFile":"model-config.yaml"}}',
      'model-config.yaml': many(250_000),
    });
    expect(await review(archive, 'x.mar')).toContain('at most 64 KiB of a file are read here');
  });

  test('an archive of many files', async () => {
    const files = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`f${index}`, '']));
    expect(await review(makeZip(files), 'x.mar')).toContain('more than 5000: is it');
  });

  test('a gzip of nothing but zeros', async () => {
    expect(await review(gzipSync(Buffer.alloc(200 * 1024 * 1024)), 'x.MAR')).toContain('more than 128 MiB');
  });
});

test.each(['', '--b\r\nno header\r\n\r\n', 'x'.repeat(1_000)])(
  'a body that is no form of files is no failure of ours: %j',
  async (body) => {
    const answer = await request(app)
      .post('/playground')
      .set('content-type', 'multipart/form-data; boundary=b')
      .send(body);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('could not be read');
  },
);
