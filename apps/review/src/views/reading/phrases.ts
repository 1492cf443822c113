import type { Report, ReportFinding, ReportModel, ReportModelSide } from '@topodiff/report';
import { quantity } from '../parts/numbers.ts';

const outcomePhrases: Readonly<Record<ReportModelSide['outcome'], string | null>> = {
  loaded: null,
  'no-config': 'TorchServe cannot use this file and goes on without it.',
  fatal: 'Reading this file stops TorchServe.',
  unreadable: 'The file could not be read; nothing is known of the model.',
};

/** What became of the file when it was not simply loaded, as a sentence. */
export function outcomePhrase(side: ReportModelSide): string | null {
  return outcomePhrases[side.outcome];
}

const assumptionClauses: Readonly<Record<string, string>> = {
  'gpus-unknown': 'the host has GPUs',
  'capacity-not-checked': 'the GPUs of the host suffice for the workers',
  'one-worker-assumed': 'one worker, as the file sets no number of them',
  'snapshot-unknown': 'the snapshot that the server restores changes nothing, as its content is unknown',
  'model-version-unknown': 'the version of the model is the one that config.properties names',
  'cpu-cores-unknown': 'the number of CPU cores is unknown',
};

/** What the figures of a model take for granted about the host; an unknown code stands for itself. */
export function assumptionPhrase(side: ReportModelSide): string | null {
  const { assumptions } = side.topology;
  if (assumptions.length === 0) return null;
  return assumptions.map((code) => assumptionClauses[code] ?? code).join('; ');
}

type Required = NonNullable<Report['approvals']>['required'][number];

/** Why a change needs an approval, in words. */
export const approvalKindWords: Readonly<Record<Required['kinds'][number], string>> = {
  'topology-change': 'topology change',
  'more-gpus': 'more GPUs',
  'will-not-start': 'will not start',
};

/** What the report takes the host to be: `TorchServe 0.12.0`, `8 GPUs`, `CPU cores unknown`. */
export function hostPhrases(host: Report['host']): readonly string[] {
  return [
    `TorchServe ${host.torchserveVersion}`,
    host.gpus === null ? 'GPUs unknown' : quantity(host.gpus, 'GPU'),
    host.cpuCores === null ? 'CPU cores unknown' : quantity(host.cpuCores, 'CPU core'),
    ...(host.entry === 'startup' ? [] : [`entry ${host.entry}`]),
    ...(host.configProperties === null ? [] : [host.configProperties]),
  ];
}

/** TorchServe would do something else than before, or may do: of a side that was not read nothing is known. */
export function isChanged({ base, head, changes, status }: ReportModel): boolean {
  if (changes.length > 0 || status === 'added' || status === 'removed') return true;
  return status !== 'unchanged' && (base?.outcome === 'unreadable' || head?.outcome === 'unreadable');
}

/** GPUs of one model before and after, 0 where the model is absent. */
export function gpusOf({ base, head }: ReportModel) {
  return {
    declared: { base: base?.topology.declared.gpus ?? 0, head: head?.topology.declared.gpus ?? 0 },
    effective: { base: base?.topology.effective.gpus ?? 0, head: head?.topology.effective.gpus ?? 0 },
  };
}

/** What became of the file, in words; empty where that says nothing. */
export function statusPhrase(model: ReportModel, isComparison: boolean): string {
  if (!isComparison) return '';
  if (model.status === 'modified') return isChanged(model) ? 'modified' : 'modified, without effect';
  if (model.status === 'unchanged' && isChanged(model)) return 'same file';
  return model.status;
}

/** How the finding's acceptance stands, as the head of a sentence. */
export function acceptanceHead({ state, until }: NonNullable<ReportFinding['acceptance']>): string {
  switch (state) {
    case 'counts':
      return 'Accepted';
    case 'expired':
      return until === null ? 'No longer accepted' : `No longer accepted after ${until}`;
    case 'not-merged':
      return 'Not accepted before the comment is merged';
  }
}

/** The last line that a range shows: one that ends before the first character of a line does not show that line. */
export function lastLine({ start, end }: ReportFinding['range']): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

/** Whole units with separators: `87,600`. */
export function amountPhrase(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
