import { reviewModelConfigs, type Report } from '@topodiff/report';

/** The report of new model-config files, by path. */
export function reviewTexts(texts: Readonly<Record<string, string>>): Report {
  return reviewModelConfigs({
    toolVersion: '0.0.0',
    today: '2026-11-27',
    failOn: 'error',
    host: { gpus: 'unknown', cpuCores: 'unknown', entry: 'startup', torchserveVersion: '0.12.0' },
    comparison: { base: { name: 'main' }, head: { name: 'topic' } },
    models: Object.entries(texts).map(([path, text]) => ({
      path,
      base: null,
      head: { kind: 'text', text },
      isExplicit: true,
    })),
  });
}
