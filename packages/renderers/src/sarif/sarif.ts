import type { Report } from '@topodiff/report';
import type { Log, Run } from 'sarif';
import { linkDestination } from '../escape/encode-url.ts';
import { escapeHiddenInJson } from '../escape/show-hidden-characters.ts';
import { limits } from '../limits.ts';
import type { Renderer } from '../renderer.ts';
import { sourceRoot } from './locations.ts';
import { listNotifications } from './notifications.ts';
import { rankFindings } from './rank-findings.ts';
import { describeResult, isAccepted } from './results.ts';
import { ruleDescriptors } from './rule-descriptors.ts';
import type { SarifOptions } from './sarif-options.ts';

/**
 * The findings as a SARIF 2.1.0 log with one run, for code scanning and viewers. Of more results than GitHub takes, the
 * worst are kept, and a notification says how many are not there.
 */
export const sarif: Renderer<SarifOptions> = {
  id: 'sarif',
  mediaType: 'application/sarif+json',
  render(report, options) {
    const log: Log = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [describeRun(report, options)],
    };
    return `${escapeHiddenInJson(JSON.stringify(log, null, 2))}\n`;
  },
};

function describeRun(report: Report, options: SarifOptions): Run {
  const findings = rankFindings(report, options);
  const rules = ruleDescriptors(findings, options.rules);
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const hasAccepted = findings.some(({ finding }) => isAccepted(finding));
  const notifications = listNotifications(report, findings.length);
  return {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        informationUri: 'https://github.com/topodiff/topodiff',
        rules: [...rules],
      },
    },
    invocations: [
      {
        executionSuccessful: !report.notices.some(({ severity }) => severity === 'error'),
        ...(notifications.length === 0 ? {} : { toolExecutionNotifications: [...notifications] }),
      },
    ],
    ...describeRevision(report, options),
    columnKind: 'utf16CodeUnits',
    results: findings
      .slice(0, limits.sarifResults)
      .map((finding) => describeResult(finding, ruleIndexes, hasAccepted)),
  };
}

/** Which commit was reviewed: only where the repository is known, because SARIF wants both. */
function describeRevision(
  { comparison }: Report,
  { repositoryUrl }: SarifOptions,
): Pick<Run, 'versionControlProvenance'> {
  const repositoryUri = repositoryUrl === undefined ? null : linkDestination(repositoryUrl);
  if (repositoryUri === null) return {};
  const revisionId = comparison?.head.sha ?? null;
  return {
    versionControlProvenance: [
      {
        repositoryUri,
        ...(revisionId === null ? {} : { revisionId }),
        mappedTo: { uriBaseId: sourceRoot },
      },
    ],
  };
}
