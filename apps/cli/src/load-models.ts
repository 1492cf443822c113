import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ModelInput, NoticeInput, SourceText } from '@topodiff/report';
import { isArchivePath, isModelDirectory } from './archive-path.ts';
import { loadRelatedFiles } from './load-related-files.ts';
import { findModelConfigFiles } from './find-model-config-files.ts';
import { decodeSource, describeReadError, linkTargetOf, loadText } from './load-text.ts';
import type { ModelSide } from './model-side.ts';
import type { Terminal } from './terminal.ts';
import { UserError } from './user-error.ts';

/** What the paths of a command line hold, and what is to be said about them. */
export interface LoadedModels {
  readonly models: readonly ModelInput[];
  readonly notices: readonly NoticeInput[];
  /** A path that was named does not exist or cannot be read: the exit code says so whatever else is found. */
  readonly hasUnreadablePath: boolean;
}

/** Files that one path of the command line stands for. */
interface ExpandedPath {
  readonly files: readonly string[];
  readonly isSearched: boolean;
  readonly notices: readonly NoticeInput[];
}

/**
 * Reads the files that a command line names, and searches its directories for model-config files. Each file is read
 * once, however often and by whatever path it is named, in the order of the command line.
 *
 * @throws UserError when `-` is given twice, or when there is nothing to read at all.
 */
export async function loadModels(paths: readonly string[], terminal: Terminal): Promise<LoadedModels> {
  if (paths.filter((path) => path === '-').length > 1)
    throw new UserError('- (standard input) is given twice');
  const models = new Map<string, ModelInput>();
  const notices: NoticeInput[] = [];
  for (const path of paths) {
    const expanded = await expandPath(path, terminal.workingDirectory);
    notices.push(...expanded.notices);
    for (const file of expanded.files) {
      const location = file === '-' ? file : resolve(terminal.workingDirectory, file);
      const known = models.get(location);
      if (known !== undefined) {
        // Named after a search found it: now it is read whatever is in it.
        models.set(location, { ...known, isExplicit: known.isExplicit || !expanded.isSearched });
        continue;
      }
      const side = await loadModelSide(file, terminal);
      const { source: head } = side;
      models.set(location, {
        path: side.path,
        base: null,
        head,
        isExplicit: !expanded.isSearched || side.archive !== null,
        relatedFiles: { base: new Map(), head: side.relatedFiles },
        ...(side.archive === null ? {} : { archives: { base: null, head: side.archive } }),
      });
      for (const message of side.remarks) {
        notices.push({ code: 'archive', severity: 'info', message, path: side.path });
      }
      const target = file === '-' || head.kind === 'unreadable' ? null : linkTargetOf(location);
      if (target !== null) notices.push(linkNotice(displayPath(file), target));
    }
  }
  const loaded = [...models.values()];
  const failed = notices.filter(({ severity }) => severity === 'error');
  if (loaded.length === 0 && failed[0] !== undefined) throw new UserError(failed[0].message);
  return {
    models: loaded,
    notices,
    hasUnreadablePath: failed.length > 0 || loaded.some(({ head }) => head?.kind === 'unreadable'),
  };
}

/** A configuration with what belongs to it: out of an archive or a model directory, or with the files beside it. */
export async function loadModelSide(path: string, terminal: Terminal): Promise<ModelSide> {
  const location = resolve(terminal.workingDirectory, path);
  if (path !== '-' && (isArchivePath(path) || isModelDirectory(location))) {
    // Only archives need the library: a plain file starts faster.
    const { loadArchive } = await import('./load-archive.ts');
    return loadArchive(displayPath(path), location);
  }
  const source = await loadSide(path, terminal);
  return {
    path: displayPath(path),
    source,
    relatedFiles: path === '-' ? new Map() : await loadRelatedFiles(source, dirname(location)),
    archive: null,
    remarks: [],
  };
}

/** One path of a comparison or of `effective`: a file, or `-` for standard input. */
export async function loadSide(path: string, terminal: Terminal): Promise<SourceText> {
  if (path !== '-') return loadText(resolve(terminal.workingDirectory, path));
  try {
    return decodeSource(await terminal.readInput());
  } catch (error) {
    return describeReadError(path, error as NodeJS.ErrnoException); // reading a stream fails with system errors only
  }
}

/** The name under which a path of the command line appears in reports. */
export function displayPath(path: string): string {
  return path === '-' ? 'stdin' : path.replace(/^(?:\.\/+)+(?=.)/, '');
}

async function expandPath(path: string, workingDirectory: string): Promise<ExpandedPath> {
  const location = resolve(workingDirectory, path);
  if (path === '-' || !isDirectory(location) || isModelDirectory(location))
    return { files: [path], isSearched: false, notices: [] };
  const { files, unreadable } = await findModelConfigFiles(path, workingDirectory);
  const notices = unreadable.map((directory) =>
    errorNotice(
      'directory-not-read',
      `${directory.path} cannot be searched (${directory.code}): allow reading it, or name its files`,
      directory.path,
    ),
  );
  if (files.length > 0 || notices.length > 0) return { files, isSearched: true, notices };
  const message = `${path} holds no model-config file; name the file itself if it has another name`;
  return { files, isSearched: true, notices: [errorNotice('no-model-config', message, path)] };
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

function errorNotice(code: string, message: string, path: string): NoticeInput {
  return { code, severity: 'error', message, path };
}

function linkNotice(path: string, target: string): NoticeInput {
  return {
    code: 'symbolic-link',
    severity: 'info',
    message: `${path} is a symbolic link; its target ${target} was read`,
    path,
  };
}
