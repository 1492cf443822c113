import type { HostProfile } from '@topodiff/topology';
import type { Report } from './report.ts';

/** The host profile as reports show it; unknown numbers are null. */
export function describeHost(host: HostProfile, configPropertiesPath: string | undefined): Report['host'] {
  return {
    gpus: host.gpus === 'unknown' ? null : host.gpus,
    cpuCores: host.cpuCores === 'unknown' ? null : host.cpuCores,
    entry: host.entry,
    torchserveVersion: host.torchserveVersion,
    configProperties: configPropertiesPath ?? null,
  };
}
