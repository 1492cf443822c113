import { open, stat } from 'node:fs/promises';
import { isAbsolute, normalize } from 'node:path/posix';
import { decodeUtf8, parseModelConfig, relatedPaths } from '@topodiff/schema';
import { openDirectory } from './directory-members.ts';
import { manifestPath } from './manifest-path.ts';
import { ArchiveFault, defaultLimits, type ArchiveLimits, type ArchiveMembers } from './members.ts';
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
 * Follows frontend/archive/src/main/java/org/pytorch/serve/archive/model/ModelArchive.java `downloadModel` and
 * `getModelConfig` (v0.12.0, 222-238), with which it was compared on small archives: the name decides the form, a tar loses its
 * first folder, only `model.configFile` decides which file is the configuration.
 * Not imitated: what TorchServe makes of an archive without a manifest, and a zip whose directory does not list its members.
 */
export async function readModelArchive(
  path: string,
  limits: ArchiveLimits = defaultLimits,
): Promise<ArchiveReading> {
  let members: ArchiveMembers | undefined;
  try {
    members = await openMembers(path, limits);
    return await readMembers(members);
  } catch (error) {
    if (error instanceof ArchiveFault) return { kind: 'unreadable', detail: error.message };
    const { code, message } = error as NodeJS.ErrnoException; // what is no fault of the archive is the system's
    return { kind: 'unreadable', detail: code === 'EACCES' ? 'permission denied' : (code ?? message) };
  } finally {
    await members?.close();
  }
}

/** TorchServe goes by the name alone: `.mar` in lower case is a zip to it, everything else a gzipped tar. */
async function openMembers(path: string, limits: ArchiveLimits): Promise<ArchiveMembers> {
  if ((await stat(path)).isDirectory()) return openDirectory(path, limits);
  const file = await open(path);
  const start = new Uint8Array(4);
  try {
    const { bytesRead } = await file.read(start, 0, 4, 0);
    if (bytesRead === 0) throw new ArchiveFault('it is empty: build it again');
  } finally {
    await file.close();
  }
  const isZip = start[0] === 0x50 && start[1] === 0x4b;
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  if (!isZip && !isGzip) {
    throw new ArchiveFault(
      'it is neither a zip archive nor a gzipped tar: build it with torch-model-archiver',
    );
  }
  const isTakenForZip = path.endsWith('.mar');
  if (isTakenForZip !== isZip) {
    throw new ArchiveFault(
      isZip
        ? 'it is a zip archive, and TorchServe takes only names that end in .mar for one: rename it'
        : 'it is a gzipped tar, and TorchServe takes a name that ends in .mar for a zip archive: rename it',
    );
  }
  return isZip ? openZip(path, limits) : openTarGz(path, limits);
}

async function readMembers(members: ArchiveMembers): Promise<ArchiveReading> {
  if (!members.names.includes(manifestPath)) {
    const detail = `it has no ${manifestPath} where TorchServe looks, so that it finds no configuration and no handler: build it with torch-model-archiver`;
    return { kind: 'unreadable', detail };
  }
  const content = await members.read(manifestPath);
  if ('detail' in content) {
    return { kind: 'unreadable', detail: `its ${manifestPath} cannot be read: ${content.detail}` };
  }
  const manifest = parseManifest(decodeUtf8(content.bytes).text);
  if ('detail' in manifest) return { kind: 'unreadable', detail: manifest.detail };
  const fileNames = [...members.names].sort();
  const foundConfigFile = fileNames.find((name) => /^model[-_]config\.ya?ml$/i.test(name)) ?? null;
  const wanted = manifest.configFile === null ? null : normalize(manifest.configFile);
  const named = wanted !== null && fileNames.includes(wanted) ? wanted : null;
  const configPath = named ?? (manifest.configFile === null ? foundConfigFile : null);
  const config = configPath === null ? null : { path: configPath, content: await members.read(configPath) };
  const archive: ModelArchive = {
    // TorchServe resolves the name as a path below the model's folder.
    manifest: named === null ? manifest : { ...manifest, configFile: named },
    fileNames: fileNames.slice(0, mostListedFiles),
    unlistedFiles: Math.max(fileNames.length - mostListedFiles, 0),
    foundConfigFile,
    config,
    relatedFiles: await readRelated(config?.content, members),
  };
  return { kind: 'archive', archive };
}

/** What is outside the model, or is there and cannot be read, stays unknown. */
async function readRelated(
  config: MemberBytes | undefined,
  members: ArchiveMembers,
): Promise<ReadonlyMap<string, string | null>> {
  const related = new Map<string, string | null>();
  if (config === undefined || 'detail' in config) return related;
  for (const path of relatedPaths(parseModelConfig(decodeUtf8(config.bytes).text))) {
    const name = normalize(path);
    if (isAbsolute(name) || name === '..' || name.startsWith('../')) continue;
    if (!members.names.includes(name)) {
      // A folder is no member of its own, unless it is a link.
      const isBelowLink = members.names.some((member) => name.startsWith(`${member}/`));
      if (!isBelowLink) related.set(path, null);
      continue;
    }
    const content = await members.read(name);
    if ('bytes' in content) related.set(path, decodeUtf8(content.bytes).text);
  }
  return related;
}
