import type { HostProfile } from '@topodiff/topology';

/** What is assumed about a host, as the end of "Assumed: …"; null when nothing is. */
export function describeHost(host: Partial<HostProfile>): string | null {
  const parts: string[] = [];
  if (host.gpus !== undefined) parts.push(`a host with ${host.gpus} ${host.gpus === 1 ? 'GPU' : 'GPUs'}`);
  if (host.cpuCores !== undefined) parts.push(`${host.cpuCores} CPU cores`);
  if (host.torchserveVersion !== undefined) parts.push(`TorchServe ${host.torchserveVersion}`);
  if (host.entry === 'register-api') parts.push('the model comes in through the register API');
  if (host.entry === 'snapshot') parts.push('the model comes back from a snapshot');
  for (const { key, value } of host.configProperties?.entries.values() ?? []) {
    parts.push(`\`${key}=${value}\` in config.properties`);
  }
  return parts.length === 0 ? null : parts.join(', ');
}
