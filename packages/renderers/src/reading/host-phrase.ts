import type { Report } from '@topodiff/report';
import { quantity } from './quantity.ts';

/** What the report takes the host to be: `TorchServe 0.12.0, 8 GPUs, CPU cores unknown, config.properties`. */
export function hostPhrases(host: Report['host']): readonly string[] {
  return [
    host.torchserveVersion === 'master' ? 'TorchServe master' : `TorchServe ${host.torchserveVersion}`,
    host.gpus === null ? 'GPUs unknown' : quantity(host.gpus, 'GPU'),
    host.cpuCores === null ? 'CPU cores unknown' : quantity(host.cpuCores, 'CPU core'),
    ...(host.entry === 'startup' ? [] : [`entry ${host.entry}`]),
    ...(host.configProperties === null ? [] : [host.configProperties]),
  ];
}
