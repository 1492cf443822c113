import type { ConfigPath, ConfigValue } from '@topodiff/schema';
import { valueAt } from '@topodiff/schema';

/** Where the file says how many GPUs vLLM takes: the tensor size, or the pipeline size when only that is there. */
export function vllmSizePath(root: ConfigValue | null): ConfigPath {
  const section = ['handler', 'vllm_engine_config'];
  const tensor = [...section, 'tensor_parallel_size'];
  return valueAt(root, tensor) === undefined ? [...section, 'pipeline_parallel_size'] : tensor;
}
