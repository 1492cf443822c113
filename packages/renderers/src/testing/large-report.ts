import type { Report } from '@topodiff/report';
import { message, range, sampleFinding, sampleReport } from './sample-parts.ts';
import { quotedModel } from './sample-models.ts';

/** A report of so many changed models, every text of the pull request of which holds `text`. */
export function largeReport(count: number, text = ''): Report {
  return sampleReport({
    conclusion: 'failure',
    models: Array.from({ length: count }, (_, index) => ({
      ...quotedModel,
      path: `serving/model-${index}/${text}model-config.yaml`,
      label: `tp 4 GPUs → ${text}tp 8 GPUs (runs 1 GPU)`,
      findings: [
        ...quotedModel.findings,
        sampleFinding({
          ruleId: 'hostile',
          severity: 'warning',
          messageParts: message`value ${text}`,
          range: range(1, 1, 2),
        }),
      ],
    })),
    skipped: Array.from({ length: Math.floor(count / 10) }, (_, index) => ({
      path: `skipped-${index}/${text}`,
      reason: text,
    })),
  });
}
