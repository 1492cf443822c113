import type { ExitCode } from '../exit-codes.ts';
import type { Options } from '../options.ts';
import { showModels } from '../show-models.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';

/** `topodiff plan PATH…`: workers, commands and GPUs of the models on one host, loaded in the order given. */
export async function plan(options: Options, terminal: Terminal): Promise<ExitCode> {
  if (options.paths.length === 0) {
    throw new UserError('plan needs a file, for example: topodiff plan model-config.yaml --gpus 8');
  }
  return showModels(options, terminal, {
    sharesHost: true,
    loadRender: async () => (await import('@topodiff/renderers')).renderLaunchPlan,
  });
}
