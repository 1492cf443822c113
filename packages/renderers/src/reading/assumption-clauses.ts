import type { ReportModelSide } from '@topodiff/report';

const clauses: Readonly<Record<string, string>> = {
  'gpus-unknown': 'the host has GPUs',
  'capacity-not-checked': 'the GPUs of the host suffice for the workers',
  'one-worker-assumed': 'one worker, as the file sets no number of them',
  'snapshot-unknown': 'the snapshot that the server restores changes nothing, as its content is unknown',
  'model-version-unknown': 'the version of the model is the one that config.properties names',
  'cpu-cores-unknown': 'the number of CPU cores is unknown',
};

/** What the figures of a model take for granted about the host, each as a clause; an unknown code stands for itself. */
export function assumptionClauses(side: ReportModelSide): readonly string[] {
  return side.topology.assumptions.map((assumption) => clauses[assumption] ?? assumption);
}
