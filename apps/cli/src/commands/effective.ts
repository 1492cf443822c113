import type { ExitCode } from '../exit-codes.ts';
import type { Options } from '../options.ts';
import { showModels } from '../show-models.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';

/** `topodiff effective PATH`: every setting as declared and as TorchServe uses it, and why they differ. */
export async function effective(options: Options, terminal: Terminal): Promise<ExitCode> {
  if (options.paths.length !== 1) {
    throw new UserError('effective needs one file, for example: topodiff effective model-config.yaml');
  }
  return showModels(options, terminal, {
    sharesHost: false,
    loadRender: async () => (await import('@topodiff/renderers')).renderEffective,
  });
}
