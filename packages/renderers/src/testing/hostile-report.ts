import type { Report } from '@topodiff/report';
import { hostileStrings } from '@topodiff/testkit';
import { policyReport } from './policy-report.ts';
import { replaceTexts } from './replace-texts.ts';
import { largerModel, quotedModel, removedModel, renamedModel } from './sample-models.ts';
import { message, range, sampleFinding, sampleModel, sampleReport, sampleSide } from './sample-parts.ts';

/** Every hostile string once as a fixed part and once as a value. */
export const hostileReport: Report = sampleReport({
  conclusion: 'failure',
  models: [
    sampleModel({
      path: 'serving/a|b `c` @octocat #1/model-config.yaml',
      label: 'ddp|`x` @octocat 4 GPUs (runs 1 GPU)',
      base: sampleSide('ddp', 'ddp', { declared: 4, effective: 1 }),
      head: sampleSide('ddp', 'ddp', { declared: 4, effective: 1 }),
      findings: hostileStrings.map(({ name, text }, index) =>
        sampleFinding({
          ruleId: 'hostile',
          severity: index % 2 === 0 ? 'error' : 'warning',
          messageParts: [
            ...message`${name}: value `,
            { kind: 'value', text },
            { kind: 'text', text: ` text ${text}` },
          ],
          range: range(index + 1, 1, 2),
        }),
      ),
    }),
  ],
});

const everySection = sampleReport({
  conclusion: 'failure',
  reasons: ['reason'],
  models: [...policyReport.models, quotedModel, largerModel, removedModel, renamedModel],
  policy: policyReport.policy,
  comparison: policyReport.comparison,
  fleet: policyReport.fleet,
  approvals: policyReport.approvals,
  skipped: [{ path: 'path', reason: 'reason' }],
  notices: [{ code: 'code', severity: 'warning', message: 'message', path: 'path' }],
});

/** A report with all sections in which every text that a pull request can choose is the given one. */
export function reportOfText(text: string, report: Report = everySection): Report {
  return reportOfTexts(() => text, report);
}

/** The report with a new text wherever a pull request or a policy can choose one; links are ours. */
export function reportOfTexts(nextText: () => string, report: Report): Report {
  return replaceTexts(report, nextText, ['helpUrl', 'url']);
}
