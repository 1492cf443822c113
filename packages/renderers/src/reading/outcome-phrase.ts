import type { ReportModelSide } from '@topodiff/report';

const phrases: Readonly<Record<ReportModelSide['outcome'], string | null>> = {
  loaded: null,
  'no-config': 'TorchServe cannot use this file and goes on without it.',
  fatal: 'Reading this file stops TorchServe.',
  unreadable: 'The file could not be read; nothing is known of the model.',
};

/** What became of the file when it was not simply loaded, as a sentence. */
export function outcomePhrase(side: ReportModelSide): string | null {
  return phrases[side.outcome];
}
