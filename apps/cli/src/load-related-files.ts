import { isAbsolute, join, normalize } from 'node:path';
import { parseModelConfig, relatedPaths } from '@topodiff/schema';
import type { SourceText } from '@topodiff/report';
import { loadText } from './load-text.ts';

/**
 * The files beside a configuration that it names (`ds-config.json`). One that is not there stays unknown: the archive may
 * bring it. Nothing outside the folder is read.
 */
export async function loadRelatedFiles(
  source: SourceText,
  folder: string,
): Promise<ReadonlyMap<string, string | null>> {
  const related = new Map<string, string | null>();
  // Most files name none, and parsing them twice would be for nothing.
  if (source.kind !== 'text' || !source.text.includes('deepspeed')) return related;
  for (const path of relatedPaths(parseModelConfig(source.text))) {
    if (isAbsolute(path) || normalize(path).startsWith('..')) continue;
    const file = await loadText(join(folder, path));
    if (file.kind === 'text') related.set(path, file.text);
  }
  return related;
}
