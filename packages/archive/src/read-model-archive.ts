import { open, stat } from 'node:fs/promises';
import { decodeUtf8, parseModelConfig, relatedPaths } from '@topodiff/schema';
import { openDirectory } from './directory-members.ts';
import { manifestPath } from './manifest-path.ts';
import { ArchiveFault, type ArchiveMembers } from './members.ts';
import type { ArchiveReading, MemberBytes, ModelArchive } from './model-archive.ts';
import { parseManifest } from './parse-manifest.ts';
import { openTarGz } from './tar-members.ts';
import { openZip } from './zip-members.ts';

const mostListedFiles = 10_000;

/**
 * Reads what TorchServe reads of a model archive (`.mar`, a gzipped tar, or an unpacked model directory) before it starts a
 * worker: the manifest, the configuration that it names, and the files that the configuration names. Everything else,
 * the weights first, is only listed. What is wrong with the archive is the result, never an exception.
 *
 * Follows frontend/archive/src/main/java/org/pytorch/serve/archive/model/ModelArchive.java (v0.12.0): without a readable
 * manifest the model is refused; only `model.configFile` decides which file is the configuration (222-238).
 */
export async function readModelArchive(path: string): Promise<ArchiveReading> {
  let members: ArchiveMembers | undefined;
  try {
    members = await openMembers(path);
    return await readMembers(members);
  } catch (error) {
    if (error instanceof ArchiveFault) return { kind: 'unreadable', detail: error.message };
    const { code, message } = error as NodeJS.ErrnoException; // what is no fault of the archive is the system's
    return { kind: 'unreadable', detail: code === 'EACCES' ? 'permission denied' : (code ?? message) };
  } finally {
    await members?.close();
  }
}

/** What the file is, it says itself: names lie. */
async function openMembers(path: string): Promise<ArchiveMembers> {
  if ((await stat(path)).isDirectory()) return openDirectory(path);
  const file = await open(path);
  const start = new Uint8Array(4);
  try {
    const { bytesRead } = await file.read(start, 0, 4, 0);
    if (bytesRead === 0) throw new ArchiveFault('it is empty: build it again');
  } finally {
    await file.close();
  }
  if (start[0] === 0x50 && start[1] === 0x4b) return openZip(path);
  if (start[0] === 0x1f && start[1] === 0x8b) return openTarGz(path);
  throw new ArchiveFault('it is neither a zip archive nor a gzipped tar: build it with torch-model-archiver');
}

async function readMembers(members: ArchiveMembers): Promise<ArchiveReading> {
  const root = rootOf(members.names);
  if (root === null) {
    return {
      kind: 'unreadable',
      detail: `it has no ${manifestPath}, so TorchServe refuses the model: build it with torch-model-archiver`,
    };
  }
  const content = await members.read(`${root}${manifestPath}`);
  if ('detail' in content)
    return { kind: 'unreadable', detail: `its ${manifestPath} cannot be read: ${content.detail}` };
  const manifest = parseManifest(decodeUtf8(content.bytes).text);
  if ('detail' in manifest) return { kind: 'unreadable', detail: manifest.detail };
  const fileNames = members.names
    .filter((name) => name.startsWith(root))
    .map((name) => name.slice(root.length))
    .sort();
  const foundConfigFile = fileNames.find((name) => /^model[-_]config\.ya?ml$/i.test(name)) ?? null;
  const named =
    manifest.configFile !== null && fileNames.includes(manifest.configFile) ? manifest.configFile : null;
  const configPath = named ?? (manifest.configFile === null ? foundConfigFile : null);
  const config =
    configPath === null ? null : { path: configPath, content: await members.read(`${root}${configPath}`) };
  const archive: ModelArchive = {
    manifest,
    fileNames: fileNames.slice(0, mostListedFiles),
    unlistedFiles: Math.max(fileNames.length - mostListedFiles, 0),
    foundConfigFile,
    config,
    relatedFiles: await readRelated(config?.content, (name) => members.read(`${root}${name}`)),
  };
  return { kind: 'archive', archive };
}

/** The folder that holds the manifest: none, or the one folder that an archive of format tgz has. */
function rootOf(names: readonly string[]): string | null {
  if (names.includes(manifestPath)) return '';
  const roots = names.filter((name) => /^[^/]+\/MAR-INF\/MANIFEST\.json$/.test(name));
  const [only] = roots;
  return only === undefined || roots.length > 1 ? null : only.slice(0, -manifestPath.length);
}

async function readRelated(
  config: MemberBytes | undefined,
  read: (name: string) => Promise<MemberBytes>,
): Promise<ReadonlyMap<string, string | null>> {
  const related = new Map<string, string | null>();
  if (config === undefined || 'detail' in config) return related;
  for (const path of relatedPaths(parseModelConfig(decodeUtf8(config.bytes).text))) {
    const content = await read(path.replace(/^(?:\.\/)+/, ''));
    related.set(path, 'bytes' in content ? decodeUtf8(content.bytes).text : null);
  }
  return related;
}
