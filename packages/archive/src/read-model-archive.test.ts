import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { pack } from 'tar-stream';
import type { ModelArchive } from './model-archive.ts';
import { readModelArchive } from './read-model-archive.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const config = 'minWorkers: 1\nmaxWorkers: 1\n';
const manifestOf = (model: object) =>
  JSON.stringify({ runtime: 'python', model: { modelName: 'm', ...model } });
const named = manifestOf({ configFile: 'model-config.yaml', handler: 'handler.py' });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'topodiff-archive-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function zip(name: string, members: Readonly<Record<string, string | Uint8Array>>): string {
  const zippable: Zippable = Object.fromEntries(
    Object.entries(members).map(([path, content]) => [
      path,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );
  return write(name, zipSync(zippable));
}

interface TarEntry {
  readonly name: string;
  readonly content?: string;
  readonly linkTo?: string;
}

async function tarGz(name: string, entries: readonly TarEntry[]): Promise<string> {
  const tar = pack();
  for (const { name: entry, content = '', linkTo } of entries) {
    if (linkTo === undefined) tar.entry({ name: entry }, content);
    else tar.entry({ name: entry, type: 'symlink', linkname: linkTo });
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer); // tar-stream gives bytes
  return write(name, gzipSync(Buffer.concat(chunks)));
}

async function archiveAt(path: string): Promise<ModelArchive> {
  const reading = await readModelArchive(path);
  if (reading.kind === 'unreadable') throw new Error(reading.detail);
  return reading.archive;
}

async function faultAt(path: string): Promise<string> {
  const reading = await readModelArchive(path);
  return reading.kind === 'unreadable' ? reading.detail : 'it was read';
}

function configText({ config: found }: ModelArchive): string | null {
  if (found === null) return null;
  return 'bytes' in found.content ? new TextDecoder().decode(found.content.bytes) : found.content.detail;
}

describe('archives of torch-model-archiver', () => {
  test.each(['opt.mar', 'opt.tar.gz'])(
    '%s: manifest, configuration and the file that it names',
    async (name) => {
      const archive = await archiveAt(join(fixtures, name));
      expect(archive.manifest).toEqual({
        modelName: 'opt',
        modelVersion: '2.0',
        configFile: 'model-config.yaml',
        handler: 'handler.py',
        runtime: 'python',
        serializedFile: null,
      });
      expect(archive.fileNames).toEqual([
        'MAR-INF/MANIFEST.json',
        'ds-config.json',
        'handler.py',
        'model-config.yaml',
      ]);
      expect(configText(archive)).toContain('parallelType: tp');
      expect([...archive.relatedFiles]).toEqual([
        ['ds-config.json', '{"tensor_parallel": {"tp_size": 2}}\n'],
      ]);
    },
  );

  test('a configuration that the manifest does not name is found all the same', async () => {
    const archive = await archiveAt(join(fixtures, 'unread.mar'));
    expect([archive.manifest.configFile, archive.foundConfigFile, archive.config?.path]).toEqual([
      null,
      'model-config.yaml',
      'model-config.yaml',
    ]);
  });
});

describe('what the manifest decides', () => {
  test('a name without a file', async () => {
    const archive = await archiveAt(zip('missing.mar', { 'MAR-INF/MANIFEST.json': named, 'handler.py': '' }));
    expect([archive.manifest.configFile, archive.config]).toEqual(['model-config.yaml', null]);
  });

  test('another file than the usual one', async () => {
    const path = zip('other.mar', {
      'MAR-INF/MANIFEST.json': manifestOf({ configFile: 'tp.yaml' }),
      'model-config.yaml': 'a: 1\n',
      'tp.yaml': config,
    });
    const archive = await archiveAt(path);
    expect([archive.config?.path, archive.foundConfigFile]).toEqual(['tp.yaml', 'model-config.yaml']);
  });

  test('a file that the configuration names and the archive lacks is known not to be there', async () => {
    const text = 'deepspeed:\n  config: ds.json\n';
    const path = zip('lacks.mar', { 'MAR-INF/MANIFEST.json': named, 'model-config.yaml': text });
    expect([...(await archiveAt(path)).relatedFiles]).toEqual([['ds.json', null]]);
  });

  test.each(['./ds.json', 'sub/../ds.json'])('the same file by another path: %s', async (written) => {
    const members = { 'MAR-INF/MANIFEST.json': named, 'ds.json': '{}' };
    const text = `deepspeed:\n  config: ${written}\n`;
    const { relatedFiles } = await archiveAt(zip('paths.mar', { ...members, 'model-config.yaml': text }));
    expect([...relatedFiles]).toEqual([[written, '{}']]);
  });

  test.each(['/etc/ds.json', '../ds.json'])('nothing is known of a file outside: %s', async (written) => {
    const text = `deepspeed:\n  config: ${written}\n`;
    const path = zip('outside.mar', { 'MAR-INF/MANIFEST.json': named, 'model-config.yaml': text });
    expect([...(await archiveAt(path)).relatedFiles]).toEqual([]);
  });

  test('nothing is known of a file that is there and not read', async () => {
    const of = (file: string) => ({
      name: 'm/model-config.yaml',
      content: `deepspeed:\n  config: ${file}\n`,
    });
    const manifest = { name: 'm/MAR-INF/MANIFEST.json', content: named };
    const link = { name: 'm/ds.json', linkTo: '/shared/ds.json' };
    const other = { name: 'm/ds.conf', content: '{}' };
    const linked = await archiveAt(await tarGz('linked.tar.gz', [manifest, of('ds.json'), link]));
    const otherName = await archiveAt(await tarGz('conf.tar.gz', [manifest, of('ds.conf'), other]));
    expect([linked.relatedFiles.size, otherName.relatedFiles.size]).toEqual([0, 0]);

    const directory = join(folder, 'linked-folder');
    for (const [name, content] of Object.entries({
      'MAR-INF/MANIFEST.json': named,
      'model-config.yaml': of('sub/ds.json').content,
    })) {
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), content);
    }
    symlinkSync(folder, join(directory, 'sub'));
    expect((await archiveAt(directory)).relatedFiles.size).toBe(0);
  });

  test('a configuration of another name in a tar is said to be there', async () => {
    const manifest = manifestOf({ configFile: 'tp.conf' });
    const entries = [
      { name: 'm/MAR-INF/MANIFEST.json', content: manifest },
      { name: 'm/tp.conf', content: config },
    ];
    const text = configText(await archiveAt(await tarGz('named.tar.gz', entries)));
    expect(text).toBe(
      'only .yaml, .yml and .json files of a gzipped tar are read here: give it such a name, or unpack the archive',
    );
  });

  test.each([
    ['{', 'is no JSON'],
    ['[]', 'has no model'],
    ['{"model": 1}', 'has no model'],
  ])('%s as manifest', async (text, words) => {
    expect(await faultAt(zip('manifest.mar', { 'MAR-INF/MANIFEST.json': text }))).toContain(words);
  });

  test('no manifest', async () => {
    expect(await faultAt(zip('none.mar', { 'model-config.yaml': config }))).toContain(
      'no MAR-INF/MANIFEST.json where TorchServe looks',
    );
  });
});

/** Seen on the real ModelArchive of 0.12.0. */
describe('what TorchServe goes by', () => {
  const inRoot = [
    { name: 'm/MAR-INF/MANIFEST.json', content: named },
    { name: 'm/model-config.yaml', content: config },
  ];

  test('the name decides the form', async () => {
    const zipped = { 'MAR-INF/MANIFEST.json': named, 'model-config.yaml': config };
    expect(await faultAt(zip('zip.tgz', zipped))).toContain('rename it');
    expect(await faultAt(zip('UPPER.MAR', zipped))).toContain('rename it');
    expect(await faultAt(await tarGz('tar.mar', inRoot))).toContain('rename it');
  });

  test('a tar loses its first folder, a zip does not', async () => {
    expect(configText(await archiveAt(await tarGz('root.tar.gz', inRoot)))).toBe(config);
    const flat = inRoot.map(({ name, content }) => ({ name: name.slice(2), content }));
    expect(await faultAt(await tarGz('flat.tar.gz', flat))).toContain('where TorchServe looks');
    const dotted = flat.map(({ name, content }) => ({ name: `./${name}`, content }));
    expect(configText(await archiveAt(await tarGz('dotted.tar.gz', dotted)))).toBe(config);
    const folder = { 'm/MAR-INF/MANIFEST.json': named, 'm/model-config.yaml': config };
    expect(await faultAt(zip('folder.mar', folder))).toContain('where TorchServe looks');
  });

  test('the name of the configuration is a path, blanks included', async () => {
    const read = async (configFile: string) => {
      const members = { 'MAR-INF/MANIFEST.json': manifestOf({ configFile }), 'c.yaml': config };
      return (await archiveAt(zip('path-name.mar', members))).config?.path ?? null;
    };
    expect([await read('./c.yaml'), await read('d/../c.yaml'), await read(' c.yaml ')]).toEqual([
      'c.yaml',
      'c.yaml',
      null,
    ]);
  });
});

describe('archives that are broken or made to harm', () => {
  const good = { 'MAR-INF/MANIFEST.json': named, 'model-config.yaml': config };

  test('an empty file, and one of another kind', async () => {
    expect(await faultAt(write('empty.mar', ''))).toContain('it is empty');
    expect(await faultAt(write('text.mar', 'minWorkers: 1\n'))).toContain(
      'neither a zip archive nor a gzipped tar',
    );
    expect(await faultAt(join(folder, 'no-such.mar'))).toBe('ENOENT');
  });

  test('a truncated zip and a truncated tar', async () => {
    const whole = zipSync({
      'MAR-INF/MANIFEST.json': strToU8(named),
      'model.bin': new Uint8Array(5000).fill(7),
    });
    expect(await faultAt(write('cut.mar', whole.slice(0, whole.length - 30)))).toContain(
      'no readable zip archive',
    );
    const noise = Array.from({ length: 4000 }, (_, index) =>
      String.fromCharCode(33 + ((index * 7919) % 90)),
    ).join('');
    const tar = await tarGz('whole.tar.gz', [
      { name: 'MAR-INF/MANIFEST.json', content: named },
      { name: 'a', content: noise },
    ]);
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(tar);
    expect(await faultAt(write('cut.tar.gz', bytes.subarray(0, bytes.length - 200)))).toContain(
      'no readable gzipped tar',
    );
  });

  test.each(['../evil.yaml', '/etc/passwd', 'a/../../b', 'C:/x', '..\\evil'])('the path %s', async (name) => {
    const words = 'leads out of the archive';
    expect(await faultAt(zip('path.mar', { ...good, [name]: 'x' }))).toContain(words);
    const entries = [
      { name: 'MAR-INF/MANIFEST.json', content: named },
      { name, content: 'x' },
    ];
    expect(await faultAt(await tarGz('path.tar.gz', entries))).toContain(words);
  });

  test('a configuration of 200 MiB is not read, packed as it may be', async () => {
    const bomb = new Uint8Array(200 * 1024 * 1024);
    const path = zip('bomb.mar', { 'MAR-INF/MANIFEST.json': named, 'model-config.yaml': bomb });
    expect(configText(await archiveAt(path))).toContain('it has 200.0 MiB');
  });

  test('a directory that lies about the size of a member is not believed', async () => {
    const bytes = zipSync({
      'MAR-INF/MANIFEST.json': strToU8(named),
      'model-config.yaml': new Uint8Array(20 * 1024 * 1024),
    });
    // The size in the directory's entry of the second member becomes 20 bytes.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let offset = 0; offset < bytes.length - 46; offset += 1) {
      const isEntry = view.getUint32(offset, true) === 0x02014b50;
      if (isEntry && view.getUint32(offset + 24, true) > 1024 * 1024) view.setUint32(offset + 24, 20, true);
    }
    expect(configText(await archiveAt(write('lie.mar', bytes)))).toContain('cannot be unpacked');
  });

  test('an encrypted member', async () => {
    const bytes = zipSync({ 'MAR-INF/MANIFEST.json': strToU8(named), 'model-config.yaml': strToU8(config) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let offset = 0; offset < bytes.length - 46; offset += 1) {
      if (view.getUint32(offset, true) === 0x02014b50) view.setUint16(offset + 8, 1, true);
    }
    expect(await faultAt(write('locked.mar', bytes))).toContain('it is encrypted');
  });

  test('a link in a tar is not followed', async () => {
    const path = await tarGz('link.tar.gz', [
      { name: 'm/MAR-INF/MANIFEST.json', content: named },
      { name: 'm/model-config.yaml', linkTo: '/etc/passwd' },
    ]);
    expect(configText(await archiveAt(path))).toContain('a link inside the archive');
  });

  test('twenty thousand entries: what is listed is bounded, and said', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, '']));
    const archive = await archiveAt(zip('many.mar', { ...good, ...many }));
    expect([archive.fileNames.length, archive.unlistedFiles]).toEqual([10_000, 10_002]);
    expect(configText(archive)).toBe(config);
  });
});

describe('an unpacked model', () => {
  test('is read like an archive, and no link is followed', async () => {
    const model = join(folder, 'unpacked');
    for (const [name, text] of [['MAR-INF/MANIFEST.json', named], ['sub/x.txt', ''] as const] as const) {
      mkdirSync(dirname(join(model, name)), { recursive: true });
      writeFileSync(join(model, name), text);
    }
    symlinkSync('/etc/hostname', join(model, 'model-config.yaml'));
    const archive = await archiveAt(model);
    expect(archive.fileNames).toEqual(['MAR-INF/MANIFEST.json', 'model-config.yaml', 'sub/x.txt']);
    expect(configText(archive)).toContain('it is a link');
  });
});

describe('with limits of its reader', () => {
  const limits = { memberBytes: 64 * 1024, entries: 10, unpackedBytes: 1024 * 1024, keptBytes: 128 * 1024 };
  const detailAt = async (path: string): Promise<string> => {
    const reading = await readModelArchive(path, limits);
    return reading.kind === 'unreadable' ? reading.detail : JSON.stringify(reading.archive.config?.content);
  };

  test('a member is not read beyond its limit', async () => {
    const members = { 'MAR-INF/MANIFEST.json': named, 'model-config.yaml': ' '.repeat(64 * 1024 + 1) };
    expect(await detailAt(zip('large.mar', members))).toContain('at most 64 KiB of a file are read here');
  });

  test('a small member of a tar that comes after too many others is not called large', async () => {
    const others = Array.from({ length: 3 }, (_, index) => ({
      name: `m/${index}.json`,
      content: ' '.repeat(60 * 1024),
    }));
    const path = await tarGz('kept.tar.gz', [
      { name: 'm/MAR-INF/MANIFEST.json', content: named },
      ...others,
      { name: 'm/model-config.yaml', content: ' '.repeat(20 * 1024) },
    ]);
    expect(JSON.parse(await detailAt(path))).toEqual({
      detail:
        'it comes after 128 KiB of other YAML and JSON files, and no more of a gzipped tar is read here: unpack the archive',
    });
  });

  test('there are no more entries', async () => {
    const members = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`f${index}`, '']));
    expect(await detailAt(zip('many.mar', members))).toContain('more than 10: is it');
  });

  test('a tar unpacks to no more, whatever its headers say', async () => {
    const zeros = write('zeros.tar.gz', gzipSync(Buffer.alloc(2 * 1024 * 1024)));
    expect(await detailAt(zeros)).toContain('unpacks to more than 1 MiB');
  });
});
