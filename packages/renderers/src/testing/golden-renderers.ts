import type { Report } from '@topodiff/report';
import { describeCheckRun } from '../check-run/check-run.ts';
import { escapeHiddenInJson } from '../escape/show-hidden-characters.ts';
import { githubAnnotations } from '../github-annotations/github-annotations.ts';
import { html } from '../html/html.ts';
import { json } from '../json/json.ts';
import { markdownComment } from '../markdown/markdown-comment.ts';
import { markdownSummary } from '../markdown/markdown-summary.ts';
import type { MarkdownOptions } from '../markdown/markdown-options.ts';
import { sarif } from '../sarif/sarif.ts';
import type { SarifOptions } from '../sarif/sarif-options.ts';
import { renderEffective } from '../text/render-effective.ts';
import { renderLaunchPlan } from '../text/render-launch-plan.ts';
import { text } from '../text/text.ts';

/** One renderer as the contract and the goldens use it. */
export interface GoldenRenderer {
  readonly name: string;
  readonly extension: string;
  readonly render: (report: Report) => string;
}

/** What the Action would give for the run that the sample reports are of. */
export const sampleMarkdownOptions = {
  marker: '<!-- topodiff key=default -->',
  repositoryUrl: 'https://github.com/octo-org/serving',
  runUrl: 'https://github.com/octo-org/serving/actions/runs/812',
} satisfies MarkdownOptions;

/** One rule described and the others not, as in a report of a newer version. */
export const sampleSarifOptions: SarifOptions = {
  repositoryUrl: 'https://github.com/octo-org/serving',
  rules: [
    {
      id: 'nproc-per-node-invalid',
      description: 'Require nproc-per-node to be a positive integer',
      rationale: 'TorchServe reads a string as no value, and each worker gets 1 process.',
      severity: 'error',
    },
  ],
};

/** Every renderer with the options of an ordinary run. */
export const goldenRenderers: readonly GoldenRenderer[] = [
  { name: 'text', extension: 'txt', render: (report) => text.render(report, {}) },
  { name: 'launch-plan', extension: 'txt', render: (report) => renderLaunchPlan(report, {}) },
  { name: 'effective', extension: 'txt', render: (report) => renderEffective(report, {}) },
  { name: 'json', extension: 'json', render: (report) => json.render(report, {}) },
  {
    name: 'markdown-comment',
    extension: 'md',
    render: (report) => markdownComment.render(report, sampleMarkdownOptions),
  },
  {
    name: 'markdown-summary',
    extension: 'md',
    render: (report) =>
      markdownSummary.render(report, { repositoryUrl: 'https://github.com/octo-org/serving' }),
  },
  { name: 'github-annotations', extension: 'txt', render: (report) => githubAnnotations.render(report, {}) },
  {
    name: 'check-run',
    extension: 'json',
    // Escaped like the JSON report: paths are as they are, and a golden file is printed in terminals.
    render: (report) =>
      `${escapeHiddenInJson(JSON.stringify(describeCheckRun(report, sampleMarkdownOptions), null, 2))}\n`,
  },
  {
    name: 'html',
    extension: 'html',
    render: (report) => html.render(report, { repositoryUrl: 'https://github.com/octo-org/serving' }),
  },
  { name: 'sarif', extension: 'sarif', render: (report) => sarif.render(report, sampleSarifOptions) },
];

/** Path below `__goldens__` and text of every golden file. */
export function buildGoldens(samples: Readonly<Record<string, Report>>): ReadonlyMap<string, string> {
  return new Map(
    goldenRenderers.flatMap(({ name, extension, render }) =>
      Object.entries(samples).map(
        ([sample, report]) => [`${name}/${sample}.${extension}`, render(report)] as const,
      ),
    ),
  );
}
