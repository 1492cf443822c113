import { reviewModelConfigs } from '@topodiff/report';
import { loadHost } from '../load-host.ts';
import { loadModels } from '../load-models.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import type { Options } from '../options.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { today } from '../today.ts';
import { toolVersion } from '../tool-version.ts';
import { UserError } from '../user-error.ts';
import { exitCodeOf, writeReport } from '../write-report.ts';

/** `topodiff check PATH…`: what TorchServe would not run as written. */
export async function check(options: Options, terminal: Terminal): Promise<ExitCode> {
  if (options.paths.length === 0) {
    throw new UserError('check needs a file or a directory, for example: topodiff check model-config.yaml');
  }
  if (options.isDryRun && !options.wantsFix) throw new UserError('--dry-run needs --fix');
  const host = await loadHost(options, terminal);
  const policy = await loadPolicy(options, terminal);
  if (options.wantsFix) {
    if (options.paths.includes('-'))
      throw new UserError('check --fix needs files; see topodiff fix --help for a pipe');
    const { fixFiles } = await import('../fix-files.ts');
    await fixFiles(options, host, terminal);
  }
  const { models, notices, hasUnreadablePath } = await loadModels(options.paths, terminal);
  const report = reviewModelConfigs({
    toolVersion,
    today: today(),
    failOn: options.failOn,
    host,
    ...(options.configProperties === undefined ? {} : { configPropertiesPath: options.configProperties }),
    ...policy.input,
    models,
    notices: [...notices, ...policy.notices],
  });
  await writeReport(report, options.format, terminal);
  return exitCodeOf(report, hasUnreadablePath);
}
