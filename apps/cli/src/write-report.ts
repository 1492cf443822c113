import type { Report } from '@topodiff/report';
import { rules } from '@topodiff/rules';
import type { Format } from './options.ts';
import type { Terminal } from './terminal.ts';
import { terminalStyles } from './terminal-styles.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';

/** Writes a report to stdout in the format that was asked for; what that format has no place for goes to stderr. */
export async function writeReport(report: Report, format: Format, terminal: Terminal): Promise<void> {
  terminal.writeOut(await renderReport(report, format, terminal));
  if (format === 'github') await writeRemarks(report, terminal);
}

/** Workflow commands point at lines of files; what is to be said about the report as a whole is talk. */
async function writeRemarks({ fleet, notices, skipped }: Report, terminal: Terminal): Promise<void> {
  const { escapeTerminal } = await import('@topodiff/renderers');
  const remarks = [
    ...fleet.budgets
      .filter(({ isExceeded }) => isExceeded)
      .map(
        ({ gpus, isBlocking, limit, name }) =>
          `${isBlocking ? 'error' : 'warning'}: over the GPU budget of ${name}: ${gpus.head} of ${limit} GPUs`,
      ),
    ...notices.map(({ severity, message }) => `${severity}: ${message}`),
    ...skipped.map(({ path, reason }) => `skipped ${path}: ${reason}`),
  ];
  for (const remark of remarks) terminal.writeError(`topodiff: ${escapeTerminal(remark)}\n`);
}

/** The exit code that a report asks for: findings at or above the threshold, or a path that could not be read. */
export function exitCodeOf(report: Report, hasUnreadablePath: boolean): ExitCode {
  if (hasUnreadablePath) return exitCodes.usage;
  return report.conclusion === 'failure' ? exitCodes.findings : exitCodes.clean;
}

async function renderReport(report: Report, format: Format, terminal: Terminal): Promise<string> {
  const renderers = await import('@topodiff/renderers');
  switch (format) {
    case 'json':
      return renderers.json.render(report, {});
    case 'markdown':
      return renderers.markdownComment.render(report, {});
    case 'github':
      return renderers.githubAnnotations.render(report, {});
    case 'sarif':
      return renderers.sarif.render(report, { rules });
    case 'text':
      return renderers.text.render(report, {
        styles: terminalStyles(terminal.hasColor),
        width: terminal.width,
      });
  }
}
