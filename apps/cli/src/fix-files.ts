import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fixModelConfig, isModelConfig, type FixedModelConfig, type ModelInput } from '@topodiff/report';
import type { HostProfile } from '@topodiff/topology';
import { loadModels, loadSide } from './load-models.ts';
import type { Options } from './options.ts';
import type { Terminal } from './terminal.ts';
import { UserError } from './user-error.ts';

type Escape = (text: string) => string;

/**
 * Makes the safe fixes in the files that the command line names, and says on stderr what it did; with a dry run it prints
 * a diff of them and writes nothing. A file that cannot be fixed hides no other.
 *
 * @throws UserError when there is nothing to read at all.
 */
export async function fixFiles(
  options: Options,
  host: HostProfile,
  terminal: Terminal,
): Promise<{ readonly hasUnreadablePath: boolean }> {
  const { escapeTerminal } = await import('@topodiff/renderers');
  const { models, notices, hasUnreadablePath } = await loadModels(options.paths, terminal);
  const say = (text: string): void => terminal.writeError(`topodiff: ${escapeTerminal(text)}\n`);
  for (const { message } of notices) say(message);
  let fixes = 0;
  let files = 0;
  let hasFailed = false;
  for (const model of models) {
    const fixed = fixOne(model, host, say);
    if (fixed === null) continue;
    files += 1;
    fixes += fixed.fixedRuleIds.length;
    if (options.isDryRun) {
      terminal.writeOut(describeDiff(model.path, fixed, escapeTerminal));
      continue;
    }
    try {
      writeFileSync(resolve(terminal.workingDirectory, model.path), fixed.text);
      say(`${model.path}: ${describeRules(fixed.fixedRuleIds)}`);
    } catch (error) {
      hasFailed = true;
      const { code, message } = error as NodeJS.ErrnoException; // fs rejects with system errors only
      say(`${model.path} cannot be written (${code ?? message}): allow writing it, or use --dry-run`);
    }
  }
  const done = options.isDryRun ? 'would be made' : 'made';
  say(
    fixes === 0
      ? 'there is nothing to fix'
      : `${count(fixes, 'fix', 'fixes')} ${done} in ${count(files, 'file', 'files')}`,
  );
  return { hasUnreadablePath: hasUnreadablePath || hasFailed };
}

/**
 * The same for standard input: the fixed text, or with a dry run its diff, goes to stdout.
 *
 * @throws UserError when it cannot be read, or is no UTF-8.
 */
export async function fixInput(options: Options, host: HostProfile, terminal: Terminal): Promise<void> {
  const { escapeTerminal } = await import('@topodiff/renderers');
  const source = await loadSide('-', terminal);
  if (source.kind === 'unreadable') throw new UserError(`cannot read stdin: ${source.detail}`);
  if (source.hasInvalidUtf8 === true) throw new UserError('stdin is not UTF-8: save it as UTF-8 first');
  const fixed = fixModelConfig({ path: 'stdin', source, host });
  terminal.writeOut(options.isDryRun ? describeDiff('stdin', fixed, escapeTerminal) : fixed.text);
}

function fixOne(model: ModelInput, host: HostProfile, say: (text: string) => void): FixedModelConfig | null {
  const { head: source, path } = model;
  if (model.archives !== undefined) {
    say(`${path} is inside an archive and stays as it is: fix the file that the archive is built from`);
    return null;
  }
  if (source === null || (!model.isExplicit && !isModelConfig(model))) return null;
  if (source.kind === 'unreadable') {
    say(`cannot read ${path}: ${source.detail}`);
    return null;
  }
  if (source.hasInvalidUtf8 === true) {
    say(`${path} is not UTF-8 and stays as it is: save it as UTF-8 first`);
    return null;
  }
  const related = model.relatedFiles === undefined ? {} : { relatedFiles: model.relatedFiles.head };
  const fixed = fixModelConfig({ path, source, host, ...related });
  return fixed.fixedRuleIds.length === 0 ? null : fixed;
}

/** A unified diff, as `patch` and `git apply` read it. */
function describeDiff(path: string, { fixedRuleIds, textHunks }: FixedModelConfig, escape: Escape): string {
  if (fixedRuleIds.length === 0) return '';
  const head = [`--- a/${inDiff(path)}`, `+++ b/${inDiff(path)}`];
  if (textHunks === null)
    return `${[...head, `# too long to be shown: ${describeRules(fixedRuleIds)}`].map(escape).join('\n')}\n`;
  const hunks = textHunks.flatMap(({ baseStart, baseLines, headStart, headLines, lines }) => [
    `@@ -${baseStart},${baseLines} +${headStart},${headLines} @@`,
    ...lines,
  ]);
  return `${[...head, ...hunks].map(escape).join('\n')}\n`;
}

function describeRules(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const rules = [...counts].map(([id, times]) => (times === 1 ? id : `${id} (${times})`));
  return `fixed ${rules.join(', ')}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Behind `a/` an absolute path would have two slashes. */
function inDiff(path: string): string {
  return path.replace(/^\/+/, '');
}
