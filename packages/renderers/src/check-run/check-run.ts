import type { Report } from '@topodiff/report';
import { markdownCheckRun } from '../markdown/markdown-check-run.ts';
import type { MarkdownOptions } from '../markdown/markdown-options.ts';
import { describeAnnotation, type CheckRunAnnotation } from './annotation.ts';
import { checkRunTitle } from './title.ts';

/** What a check run says, in the words of GitHub's REST interface, and nothing of how it gets there. */
export interface CheckRunDescription {
  readonly conclusion: 'success' | 'failure' | 'neutral';
  /** One line of plain text. */
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  /** All of them; GitHub takes 50 in a request, which is for whoever sends them. */
  readonly annotations: readonly CheckRunAnnotation[];
}

/** A check run is found by its name and its commit, so its summary needs no marker; its size is GitHub's to say. */
export type CheckRunOptions = Omit<MarkdownOptions, 'marker' | 'budgetBytes'>;

/** A report as a check run: its verdict, its page, and each finding of the head side on its lines, in the report's order. */
export function describeCheckRun(report: Report, options: CheckRunOptions): CheckRunDescription {
  return {
    conclusion: report.conclusion,
    title: checkRunTitle(report),
    // Options made for a comment would fit the type, too.
    summary: markdownCheckRun.render(report, { ...options, marker: undefined, budgetBytes: undefined }),
    annotations: report.models
      // a file that is gone has no lines to stand on
      .filter((model) => model.head !== null)
      .flatMap(({ path, findings }) => findings.map((finding) => describeAnnotation(path, finding))),
  };
}
