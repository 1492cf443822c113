import type { TextOptions } from '@topodiff/renderers';
import { reviewModelConfigs, type Report } from '@topodiff/report';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { loadHost } from './load-host.ts';
import { loadModels } from './load-models.ts';
import type { Options } from './options.ts';
import { hostForAll } from './policy/host-for-all.ts';
import { loadPolicy } from './policy/load-policy.ts';
import type { Terminal } from './terminal.ts';
import { terminalStyles } from './terminal-styles.ts';
import { today } from './today.ts';
import { toolVersion } from './tool-version.ts';
import { writeReport } from './write-report.ts';

/**
 * Shows what TorchServe makes of the models of the command line, whatever is found in them: as a text of the command's
 * own, or as the report in another format.
 *
 * @param view.sharesHost - whether the models are loaded on one host, in the order given
 * @param view.loadRender - the command's text of a report; loaded on use, because renderers take a while to load
 */
export async function showModels(
  options: Options,
  terminal: Terminal,
  view: {
    readonly sharesHost: boolean;
    readonly loadRender: () => Promise<(report: Report, options: TextOptions) => string>;
  },
): Promise<ExitCode> {
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
    sharesHost: view.sharesHost,
  });
  if (options.format === 'text') {
    const render = await view.loadRender();
    terminal.writeOut(render(report, { styles: terminalStyles(terminal.hasColor), width: terminal.width }));
  } else {
    await writeReport(report, options.format, terminal);
  }
  return hasUnreadablePath ? exitCodes.usage : exitCodes.clean;
}
