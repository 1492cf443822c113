import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ModelInput, ReviewInput, SourceText } from '@topodiff/report';
import { findModelConfigFiles } from './find-model-config-files.ts';
import { decodeSource, linkTargetOf, loadText } from './load-text.ts';
import type { Terminal } from './terminal.ts';
import { UserError } from './user-error.ts';

type Notice = NonNullable<ReviewInput['notices']>[number];

/** What the paths of a command line hold, and what is to be said about them. */
export interface LoadedModels {
  readonly models: readonly ModelInput[];
  readonly notices: readonly Notice[];
  /** A path that was named does not exist or cannot be read: the exit code says so whatever else is found. */
  readonly hasUnreadablePath: boolean;
}

/**
 * Reads the files that a command line names, and searches its directories for model-config files.
 * Each file is read once, in the order of the command line.
 *
 * @throws UserError when a directory holds no model-config file, or when `-` is given twice.
 */
export async function loadModels(paths: readonly string[], terminal: Terminal): Promise<LoadedModels> {
  if (paths.filter((path) => path === '-').length > 1)
    throw new UserError('- (standard input) is given twice');
  const models = new Map<string, ModelInput>();
  const notices: Notice[] = [];
  let hasUnreadablePath = false;
  for (const path of paths) {
    const files = await expandPath(path, terminal.workingDirectory);
    for (const file of files) {
      if (models.has(file)) continue;
      const head = await loadSide(file, terminal);
      if (head.kind === 'unreadable') hasUnreadablePath = true;
      models.set(file, {
        path: displayPath(file),
        base: null,
        head,
        isExplicit: files.length === 1 && file === path,
      });
      const target = file === '-' ? null : await linkTargetOf(resolve(terminal.workingDirectory, file));
      if (target !== null && head.kind === 'text') {
        notices.push({
          code: 'symbolic-link',
          severity: 'info',
          message: `${file} is a symbolic link; its target ${target} was read`,
          path: file,
        });
      }
    }
  }
  return { models: [...models.values()], notices, hasUnreadablePath };
}

/** One path of a comparison or of `effective`: a file, `-`, or the null device for "does not exist". */
export async function loadSide(path: string, terminal: Terminal): Promise<SourceText> {
  if (path === '-') return decodeSource(await terminal.readInput());
  return loadText(resolve(terminal.workingDirectory, path));
}

/** The name under which standard input appears in reports. */
export function displayPath(path: string): string {
  return path === '-' ? 'stdin' : path.replace(/^(?:\.\/)+/, '');
}

async function expandPath(path: string, workingDirectory: string): Promise<readonly string[]> {
  if (path === '-') return [path];
  const isDirectory = await stat(resolve(workingDirectory, path)).then(
    (status) => status.isDirectory(),
    () => false,
  );
  if (!isDirectory) return [path];
  const files = await findModelConfigFiles(path, workingDirectory);
  if (files.length === 0) {
    throw new UserError(`no model-config file under ${path}; name the file itself if it has another name`);
  }
  return files;
}
