/**
 * Top-level sections that handlers of TorchServe and its examples read. They are no near miss of anything, and a file that
 * has one is a model-config.
 */
export const knownSections: readonly string[] = [
  'handler',
  'pippy',
  'deepspeed',
  'pt2',
  'micro_batching',
  'dali',
];
