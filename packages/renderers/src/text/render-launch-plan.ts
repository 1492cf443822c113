import type { Report, ReportModelSide } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { assumptionClauses } from '../reading/assumption-clauses.ts';
import { devicesPhrase, groupEqualCommands, type LaunchWorker } from '../reading/launch-workers.ts';
import { numberRuns } from '../reading/number-runs.ts';
import { outcomePhrase } from '../reading/outcome-phrase.ts';
import { closingLines } from './closing-lines.ts';
import { hostLine } from './host-line.ts';
import { alignColumns, type Cell } from './layout/align-columns.ts';
import { wrapPieces } from './layout/wrap-pieces.ts';
import { headlineCells } from './model-lines.ts';
import { commandLines, shellWord } from './shell-words.ts';
import { textSetup, type TextOptions, type TextSetup } from './text-options.ts';

/** What TorchServe starts for each model at head: workers, GPUs, commands, environment (`topodiff plan`). */
export function renderLaunchPlan(report: Report, options: TextOptions): string {
  const setup = textSetup(options);
  const blocks = [
    [hostLine(report, setup)],
    ...report.models.flatMap((model) => [
      alignColumns([headlineCells(model, report.comparison, setup)]),
      ...(model.head === null ? [] : launchBlocks(model.head, setup)),
    ]),
    deviceLines(report, setup),
    closingLines(report, setup),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function launchBlocks(side: ReportModelSide, setup: TextSetup): readonly (readonly string[])[] {
  const { styles, width } = setup;
  const outcome = outcomePhrase(side);
  const assumptions = assumptionClauses(side);
  const statements = [
    ...side.launch.blockers.map((blocker) => ({
      title: { text: 'will not serve:', style: styles.red },
      text: blocker.message,
    })),
    ...(assumptions.length === 0
      ? []
      : [{ title: { text: 'assumed:', style: styles.yellow }, text: assumptions.join('; ') }]),
  ];
  return [
    outcome === null ? [] : [`  ${outcome}`],
    statements.flatMap(({ title, text }) =>
      wrapPieces([title, { text: ` ${escapeTerminal(cutEnd(text, textLimits.sentence))}` }], width - 2).map(
        (line) => `  ${line}`,
      ),
    ),
    workerTable(side.launch.workers, setup),
    ...groupEqualCommands(side.launch.workers).map((workers) => commandBlock(workers, setup)),
  ];
}

function workerTable(workers: readonly LaunchWorker[], { styles }: TextSetup): readonly string[] {
  if (workers.length === 0) return ['  no workers'];
  const titles = ['worker', 'launcher', 'processes', 'GPUs', 'gpu_id'].map((text): Cell => ({
    text,
    style: styles.dim,
  }));
  const rows = workers.map((worker): readonly Cell[] => [
    { text: escapeTerminal(worker.id), style: styles.bold },
    { text: worker.launcher },
    { text: String(worker.processCount) },
    { text: devicesPhrase(worker) },
    { text: worker.gpuId === null ? '–' : String(worker.gpuId) },
  ]);
  return alignColumns([titles, ...rows]).map((line) => `  ${line}`);
}

function commandBlock(workers: readonly LaunchWorker[], { styles, width }: TextSetup): readonly string[] {
  const [first] = workers;
  if (first === undefined) return [];
  const ids = workers.map((worker) => escapeTerminal(worker.id)).join(', ');
  const environment = Object.entries(first.environment).map(
    ([name, value]) => `    ${styles.dim(`${escapeTerminal(name)}=`)}${value === '' ? '' : shellWord(value)}`,
  );
  return [
    `  ${styles.bold(`${workers.length === 1 ? 'worker' : 'workers'} ${ids}`)}`,
    ...environment,
    ...commandLines(first.argv, width - 4).map((line) => `    ${line}`),
  ];
}

/** Which worker gets which GPU, and which GPUs nobody gets, when several models share the host. */
function deviceLines({ models, host }: Report, { styles }: TextSetup): readonly string[] {
  if (models.length < 2) return [];
  const users = new Map<number, string[]>();
  for (const model of models) {
    for (const worker of model.head?.launch.workers ?? []) {
      const devices = worker.visibleDevices ?? (worker.gpuId === null ? [] : [worker.gpuId]);
      for (const device of new Set(devices)) {
        const user = `${escapeTerminal(cutMiddle(model.path, textLimits.path))} worker ${escapeTerminal(worker.id)}`;
        users.set(device, [...(users.get(device) ?? []), user]);
      }
    }
  }
  const rows = [...users]
    .sort(([one], [other]) => one - other)
    .flatMap(([device, workers]) =>
      workers.map((worker, index): readonly Cell[] => [
        { text: index === 0 ? `GPU ${device}` : '', style: styles.bold },
        { text: worker },
        { text: workers.length > 1 ? 'shared' : '', style: styles.yellow },
      ]),
    );
  const idle = Array.from({ length: host.gpus ?? 0 }, (_, device) => device).filter(
    (device) => !users.has(device),
  );
  const idleRow: readonly Cell[] = [
    { text: `${idle.length === 1 ? 'GPU' : 'GPUs'} ${numberRuns(idle)}`, style: styles.bold },
    { text: 'idle', style: styles.yellow },
  ];
  return alignColumns(idle.length === 0 ? rows : [...rows, idleRow]);
}
