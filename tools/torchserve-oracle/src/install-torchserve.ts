import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findMissing } from './find-missing.ts';

/** Why the oracle cannot run on this machine, in one line. */
export class NotInstallable extends Error {}

/** What TorchServe's frontend and workers need; not torch, of which there is a stand-in. */
const companions = ['PyYAML==6.0.3', 'psutil==7.2.2'];

/**
 * Installs a release of TorchServe from PyPI into a private virtual environment under `root`, once.
 *
 * @returns the environment's Python.
 * @throws NotInstallable when Python, Java or the network is missing.
 */
export function installTorchserve(version: string, root: string): string {
  const missing = findMissing(ask);
  if (missing.length > 0) throw new NotInstallable(`missing on this machine: ${missing.join('; ')}`);
  const home = path.join(root, version);
  const python = path.join(home, 'venv', 'bin', 'python');
  const mark = path.join(home, 'installed');
  if (existsSync(mark) && existsSync(python)) return python;
  console.error(`installing TorchServe ${version} into a private virtual environment`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  runStep('python3', ['-m', 'venv', path.join(home, 'venv')], "Python's venv module");
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
  runStep(python, [...pip, `torchserve==${version}`, ...companions], 'the network, or this release on PyPI');
  writeFileSync(mark, '');
  return python;
}

/** Java prints its version on stderr. */
function ask(program: string, option: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, [option], { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}` : undefined;
}

function runStep(program: string, args: readonly string[], need: string): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return;
  const reason = stderr?.trim().split('\n').at(-1) ?? `${program} did not run`;
  throw new NotInstallable(`missing on this machine: ${need} (${reason})`);
}
