import { resolve } from 'node:path';
import { parseConfigProperties } from '@topodiff/schema';
import type { HostProfile } from '@topodiff/topology';
import { loadText } from './load-text.ts';
import type { Options } from './options.ts';
import type { Terminal } from './terminal.ts';
import { UserError } from './user-error.ts';

/**
 * The host profile that the options describe.
 *
 * @throws UserError when the config.properties cannot be read.
 */
export async function loadHost(options: Options, terminal: Terminal): Promise<HostProfile> {
  const { gpus, cpuCores, entry, torchserveVersion, visibleDevices } = options;
  const profile = {
    gpus,
    cpuCores,
    entry,
    torchserveVersion,
    ...(visibleDevices === undefined ? {} : { parentVisibleDevices: visibleDevices }),
  };
  if (options.configProperties === undefined) return profile;
  const path = options.configProperties;
  const source = await loadText(resolve(terminal.workingDirectory, path));
  if (source.kind === 'unreadable') throw new UserError(`cannot read ${path}: ${source.detail}`);
  return { ...profile, configProperties: parseConfigProperties(source.text) };
}
