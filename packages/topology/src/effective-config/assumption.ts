/** What a result takes for granted because the host profile does not say it. */
export type Assumption =
  | 'gpus-unknown' // the host has GPUs, and enough for the deviceIds
  | 'cpu-cores-unknown'
  | 'one-worker-assumed' // the default number of workers depends on what is unknown
  | 'capacity-not-checked' // the GPUs may not suffice for the workers
  | 'snapshot-unknown' // TorchServe restores a snapshot whose values for this model are not at hand
  | 'model-version-unknown'; // the models JSON has the model, but not as version 1.0
