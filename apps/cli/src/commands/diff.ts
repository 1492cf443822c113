import type { TorchserveVersion } from '@topodiff/schema';
import { reviewModelConfigs, type ModelInput, type NoticeInput, type ReviewInput } from '@topodiff/report';
import { gitRepository } from '../git.ts';
import { loadGitModels } from '../load-git-models.ts';
import { loadGitPolicy } from '../policy/load-git-policy.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import type { PolicyParts } from '../policy/policy-parts.ts';
import { loadHost } from '../load-host.ts';
import { displayPath, loadModels, loadModelSide } from '../load-models.ts';
import type { ModelSide } from '../model-side.ts';
import type { Options } from '../options.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { today } from '../today.ts';
import { toolVersion } from '../tool-version.ts';
import { UserError } from '../user-error.ts';
import { exitCodeOf, writeReport } from '../write-report.ts';

type Comparison = Pick<
  ReviewInput,
  'comparison' | 'models' | 'untouchedModels' | 'policy' | 'proposedPolicy' | 'configProperties'
> & {
  readonly notices: readonly NoticeInput[];
  readonly hasUnreadablePath: boolean;
};

/**
 * `topodiff diff BASE HEAD` of two files, `--base REF [--head REF] [PATH…]` of two revisions, or `--torchserve-from VERSION
 * PATH…` of two TorchServe versions on the same files.
 */
export async function diff(options: Options, terminal: Terminal): Promise<ExitCode> {
  const host = await loadHost(options, terminal);
  const usesGit = options.base !== undefined || options.head !== undefined;
  const { hasUnreadablePath, ...comparison } = usesGit
    ? await compareRevisions(options, terminal)
    : await withPolicy(options, terminal, () =>
        options.baseTorchserveVersion === undefined
          ? compareFiles(options, terminal)
          : compareVersions(options, options.baseTorchserveVersion, terminal),
      );
  const report = reviewModelConfigs({
    toolVersion,
    today: today(),
    failOn: options.failOn,
    host,
    ...(options.baseTorchserveVersion === undefined
      ? {}
      : { baseHost: { ...host, torchserveVersion: options.baseTorchserveVersion } }),
    ...(options.configProperties === undefined ? {} : { configPropertiesPath: options.configProperties }),
    ...comparison,
  });
  await writeReport(report, options.format, terminal);
  return exitCodeOf(report, hasUnreadablePath);
}

/** Files of the working tree are judged by its policy. */
async function withPolicy(
  options: Options,
  terminal: Terminal,
  compare: () => Promise<Comparison>,
): Promise<Comparison> {
  const policy = await loadPolicy(options, terminal);
  const comparison = await compare();
  return { ...comparison, ...policy.input, notices: [...comparison.notices, ...policy.notices] };
}

/** The same files on both sides: what the upgrade alone changes. */
async function compareVersions(
  { paths, torchserveVersion }: Options,
  baseVersion: TorchserveVersion,
  terminal: Terminal,
): Promise<Comparison> {
  if (paths.length === 0) throw new UserError('--torchserve-from needs a file or a directory to compare');
  const { models, ...loaded } = await loadModels(paths, terminal);
  return {
    comparison: {
      base: { name: `TorchServe ${baseVersion}` },
      head: { name: `TorchServe ${torchserveVersion}` },
    },
    models: models.map(({ relatedFiles, archives, ...model }) => ({
      ...model,
      base: model.head,
      ...(relatedFiles === undefined
        ? {}
        : { relatedFiles: { base: relatedFiles.head, head: relatedFiles.head } }),
      ...(archives === undefined ? {} : { archives: { base: archives.head, head: archives.head } }),
    })),
    ...loaded,
  };
}

async function compareFiles(options: Options, terminal: Terminal): Promise<Comparison> {
  const [base, head] = options.paths;
  if (base === undefined || head === undefined || options.paths.length > 2) {
    throw new UserError('diff needs two files, or --base REF; see topodiff diff --help');
  }
  if (base === '-' && head === '-') throw new UserError('- (standard input) is given twice');
  const sides = { base: await loadFile(base, terminal), head: await loadFile(head, terminal) };
  const shown = sides.head ?? sides.base;
  if (shown === null) throw new UserError('both sides are /dev/null: there is nothing to compare');
  const nothing = new Map<string, string | null>();
  return {
    comparison: { base: { name: displayPath(base) }, head: { name: displayPath(head) } },
    models: [
      {
        path: shown.path,
        base: sides.base?.source ?? null,
        head: sides.head?.source ?? null,
        isExplicit: true,
        relatedFiles: {
          base: sides.base?.relatedFiles ?? nothing,
          head: sides.head?.relatedFiles ?? nothing,
        },
        ...archivesOf(sides),
      },
    ],
    notices: [sides.base, sides.head].flatMap((side) =>
      (side?.remarks ?? []).map((message) => ({ code: 'archive', severity: 'info' as const, message })),
    ),
    hasUnreadablePath: [sides.base, sides.head].some((side) => side?.source.kind === 'unreadable'),
  };
}

function archivesOf({
  base,
  head,
}: Readonly<Record<'base' | 'head', ModelSide | null>>): Pick<ModelInput, 'archives'> {
  const archives = { base: base?.archive ?? null, head: head?.archive ?? null };
  return archives.base === null && archives.head === null ? {} : { archives };
}

/** The null device stands for a file that does not exist on that side, as in git's own diffs. */
async function loadFile(path: string, terminal: Terminal): Promise<ModelSide | null> {
  return path === '/dev/null' ? null : loadModelSide(path, terminal);
}

async function compareRevisions(options: Options, terminal: Terminal): Promise<Comparison> {
  if (options.base === undefined) throw new UserError('--head needs --base REF');
  const baseName = options.base;
  const headName = options.head ?? 'HEAD';
  const repository = gitRepository(terminal.workingDirectory);
  const revisions = await repository.resolveRevisions(baseName, headName);
  const commits = { base: revisions.mergeBase, head: revisions.head, tip: revisions.base };
  const policy = await loadGitPolicy(options, repository, { commits, baseName }, terminal);
  const loaded = await loadGitModels(repository, commits, options.paths, concernsAllModels(policy));
  const behind = await repository.countCommits(commits.base, commits.tip);
  return {
    comparison: {
      base: { name: baseName, sha: commits.base },
      head: { name: headName, sha: commits.head },
      ...(behind === 0 ? {} : { drift: { tip: { name: baseName, sha: commits.tip }, commits: behind } }),
    },
    ...policy.input,
    ...loaded,
    notices: [...loaded.notices, ...policy.notices],
  };
}

/** Whether a policy lays something down that the whole repository decides: budgets, pools or prices. */
function concernsAllModels({ input }: PolicyParts): boolean {
  if (input.policy === undefined) return false;
  const { budgets, pools, pricePerGpuHour } = input.policy.applied.policy;
  return budgets.length > 0 || pools.length > 0 || pricePerGpuHour !== undefined;
}
