import type { Report } from './report.ts';
import type { ReviewInput } from './review-input.ts';

/** The host profile as reports show it; unknown numbers are null. */
export function describeHost({ host, configPropertiesPath }: ReviewInput): Report['host'] {
  return {
    gpus: host.gpus === 'unknown' ? null : host.gpus,
    cpuCores: host.cpuCores === 'unknown' ? null : host.cpuCores,
    entry: host.entry,
    torchserveVersion: host.torchserveVersion,
    configProperties: configPropertiesPath ?? null,
  };
}
