import { reviewModelConfigs } from '@topodiff/report';
import { loadHost } from '../load-host.ts';
import { loadModels } from '../load-models.ts';
import { hostForAll } from '../policy/host-for-all.ts';
import { loadPolicy } from '../policy/load-policy.ts';
import type { Options } from '../options.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { terminalStyles } from '../terminal-styles.ts';
import { today } from '../today.ts';
import { toolVersion } from '../tool-version.ts';
import { UserError } from '../user-error.ts';
import { writeReport } from '../write-report.ts';

/** `topodiff plan FILE…`: workers, commands and GPUs of the models on one host, loaded in the order given. */
export async function plan(options: Options, terminal: Terminal): Promise<ExitCode> {
  if (options.paths.length === 0) {
    throw new UserError('plan needs a file, for example: topodiff plan model-config.yaml --gpus 8');
  }
  const ownHost = await loadHost(options, terminal);
  const policy = await loadPolicy(options, terminal);
  const { models, notices, hasUnreadablePath } = await loadModels(options.paths, terminal);
  const report = reviewModelConfigs({
    toolVersion,
    today: today(),
    failOn: 'never',
    ...hostForAll(ownHost, options.configProperties, policy, models),
    models,
    notices: [...notices, ...policy.notices],
    sharesHost: true,
  });
  if (options.format === 'text') {
    const { renderLaunchPlan } = await import('@topodiff/renderers');
    terminal.writeOut(
      renderLaunchPlan(report, { styles: terminalStyles(terminal.hasColor), width: terminal.width }),
    );
  } else {
    await writeReport(report, options.format, terminal);
  }
  return hasUnreadablePath ? exitCodes.usage : exitCodes.clean;
}
