/** Four GPUs by tensor parallelism. */
export const fourGpus = `minWorkers: 1
maxWorkers: 1
responseTimeout: 300
startupTimeout: 1200
deviceType: gpu
parallelType: tp
torchrun:
  nproc-per-node: 4
`;

/** Eight GPUs by pipeline and tensor parallelism. */
export const eightGpus = fourGpus.replace('parallelType: tp', 'parallelType: pptp').replace('4\n', '8\n');

/** Asks for eight GPUs and runs one: TorchServe keeps its default where it expects a number. */
export const quotedEight = fourGpus.replace('nproc-per-node: 4', 'nproc-per-node: "8"');
