import { dirname } from 'node:path';
import { loadPolicyReader, type AppliedPolicy, type NoticeInput, type SourceText } from '@topodiff/report';
import { policyPath } from '@topodiff/schema';
import type { GitEntry, GitRepository } from '../git.ts';
import { isSameEntry, loadEntry } from '../git-source.ts';
import type { ComparedCommits } from '../load-git-models.ts';
import type { Options } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { readPolicyFile } from './load-policy-file.ts';
import { policyFromFolder } from './policy-from-folder.ts';
import { noPolicy, type PolicyParts } from './policy-parts.ts';
import { propertiesNotAtBase, unusableProperties } from './properties-notices.ts';
import { readPolicyText } from './read-policy-text.ts';

/** What is compared, and how people call the base. */
export interface GitPolicyQuery {
  readonly commits: ComparedCommits;
  readonly baseName: string;
}

/**
 * The policy that judges a comparison of revisions: that of the base branch as it is now, since a change must not loosen
 * what it is judged by. What the head makes of it is only reported. A file that the command line names counts instead.
 *
 * @throws UserError when the policy cannot be read, or has a mistake.
 */
export async function loadGitPolicy(
  options: Options,
  repository: GitRepository,
  query: GitPolicyQuery,
  terminal: Terminal,
): Promise<PolicyParts> {
  if (!options.wantsPolicy) return noPolicy;
  if (options.policyFile !== undefined) {
    return loadNamedPolicy(options.policyFile, repository, query.commits, terminal);
  }
  const { commits, baseName } = query;
  const entries = {
    tip: await repository.entryAt(commits.tip, policyPath),
    base: await repository.entryAt(commits.base, policyPath),
    head: await repository.entryAt(commits.head, policyPath),
  };
  const source = await loadEntry(repository, entries.tip);
  const applied = source === null ? null : await readPolicyText(source, nameAt(baseName, policyPath));
  const proposed = await loadProposed(repository, entries);
  const { texts, notices } =
    applied === null ? nothing : await loadProperties(applied, repository, commits, policyPath);
  return {
    input: {
      ...(applied === null
        ? {}
        : {
            policy: { applied, path: policyPath, revision: { name: baseName, sha: commits.tip } },
            configProperties: texts,
          }),
      ...(proposed === undefined ? {} : { proposedPolicy: proposed }),
    },
    notices,
  };
}

const nothing: { readonly texts: Texts; readonly notices: readonly NoticeInput[] } = {
  texts: new Map(),
  notices: [],
};

type Texts = NonNullable<PolicyParts['input']['configProperties']>;

/** A policy of the working tree for revisions: its globs begin at its folder, or at the top folder when it lies elsewhere. */
async function loadNamedPolicy(
  file: string,
  repository: GitRepository,
  commits: ComparedCommits,
  terminal: Terminal,
): Promise<PolicyParts> {
  const { applied, name } = await readPolicyFile(file, terminal);
  const folder = await folderFromTop(dirname(file), repository);
  const prefix = folder === '' ? '' : `${folder}/`;
  const { texts, notices } = await loadProperties(applied, repository, commits, name, prefix);
  const toPolicyPath = (path: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : null);
  return {
    input: {
      policy: { applied: policyFromFolder(applied, toPolicyPath), path: name },
      configProperties: texts,
    },
    notices,
  };
}

async function folderFromTop(folder: string, repository: GitRepository): Promise<string> {
  try {
    return await repository.pathFromTop(folder);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return '';
  }
}

/** The policy of head, where the change makes another one of it; one that only base has moved on from is no proposal. */
async function loadProposed(
  repository: GitRepository,
  { tip, base, head }: Readonly<Record<'tip' | 'base' | 'head', GitEntry | null>>,
): Promise<PolicyParts['input']['proposedPolicy']> {
  if (isSameEntry(head, tip) || isSameEntry(head, base)) return undefined;
  const source = await loadEntry(repository, head);
  if (source === null) return { kind: 'removed' };
  if (source.kind === 'unreadable') return { kind: 'invalid', problems: [atStart(source.detail)] };
  if (source.hasInvalidUtf8 === true) return { kind: 'invalid', problems: [atStart('it is not UTF-8')] };
  const readPolicy = await loadPolicyReader();
  return readPolicy(source.text);
}

function atStart(message: string) {
  return { message, line: 1, column: 1 };
}

/** The config.properties of the pools at both commits. */
async function loadProperties(
  { policy }: AppliedPolicy,
  repository: GitRepository,
  commits: ComparedCommits,
  policyName: string,
  prefix = '',
): Promise<{ readonly texts: Texts; readonly notices: readonly NoticeInput[] }> {
  const texts = new Map<string, { readonly base: string | null; readonly head: string | null }>();
  const notices: NoticeInput[] = [];
  for (const { name: pool, configProperties: path } of policy.pools) {
    if (path === undefined || texts.has(path)) continue;
    const load = async (commit: string): Promise<SourceText | null> =>
      loadEntry(repository, await repository.entryAt(commit, prefix + path));
    const base = await load(commits.base);
    const head = await load(commits.head);
    texts.set(path, { base: textOf(base), head: textOf(head) });
    if (head?.kind !== 'text') {
      const detail = head?.detail ?? (base === null ? 'no such file' : 'it is gone at head');
      notices.push(unusableProperties(path, { pool, policyName, detail }));
    } else if (base?.kind !== 'text') notices.push(propertiesNotAtBase(path));
  }
  return { texts, notices };
}

function textOf(source: SourceText | null): string | null {
  return source?.kind === 'text' ? source.text : null;
}

/** As git itself writes it: `main:.topodiff.yaml`. */
function nameAt(revision: string, path: string): string {
  return `${revision}:${path}`;
}
