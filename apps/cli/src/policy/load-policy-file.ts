import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { AppliedPolicy, NoticeInput } from '@topodiff/report';
import { displayPath } from '../load-models.ts';
import { loadText } from '../load-text.ts';
import type { Terminal } from '../terminal.ts';
import { policyFromFolder } from './policy-from-folder.ts';
import type { PolicyParts } from './policy-parts.ts';
import { unusableProperties } from './properties-notices.ts';
import { readPolicyText } from './read-policy-text.ts';

/**
 * A policy out of the working tree, with the config.properties files of its pools, which are the same on both sides.
 *
 * @throws UserError when the policy cannot be read, or has a mistake.
 */
export async function loadPolicyFile(file: string, terminal: Terminal): Promise<PolicyParts> {
  const { workingDirectory } = terminal;
  const { applied, name } = await readPolicyFile(file, terminal);
  const folder = dirname(resolve(workingDirectory, file));
  const { texts, notices } = await loadProperties(applied, folder, name);
  const toPolicyPath = (path: string): string | null => pathFrom(folder, resolve(workingDirectory, path));
  return {
    input: {
      policy: { applied: policyFromFolder(applied, toPolicyPath), path: name },
      configProperties: texts,
    },
    notices,
  };
}

/**
 * The policy alone, and what people call its file.
 *
 * @throws UserError when it cannot be read, or has a mistake.
 */
export async function readPolicyFile(
  file: string,
  { workingDirectory }: Terminal,
): Promise<{ readonly applied: AppliedPolicy; readonly name: string }> {
  // A file that was searched for comes with its whole path: people call it as seen from where they are.
  const name = isAbsolute(file) ? relative(workingDirectory, file).split(sep).join('/') : displayPath(file);
  return { applied: await readPolicyText(await loadText(resolve(workingDirectory, file)), name), name };
}

async function loadProperties({ policy }: AppliedPolicy, folder: string, policyName: string) {
  const texts = new Map<string, { readonly base: string | null; readonly head: string | null }>();
  const notices: NoticeInput[] = [];
  for (const { name, configProperties } of policy.pools) {
    if (configProperties === undefined || texts.has(configProperties)) continue;
    const source = await loadText(join(folder, configProperties));
    const text = source.kind === 'text' ? source.text : null;
    texts.set(configProperties, { base: text, head: text });
    if (source.kind === 'unreadable') {
      notices.push(unusableProperties(configProperties, { pool: name, policyName, detail: source.detail }));
    }
  }
  return { texts, notices };
}

/** From a folder, with `/`; null outside of it. */
function pathFrom(folder: string, location: string): string | null {
  const path = relative(folder, location).split(sep).join('/');
  return path === '' || path === '..' || path.startsWith('../') || isAbsolute(path) ? null : path;
}
