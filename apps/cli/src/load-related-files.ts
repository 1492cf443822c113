import { isAbsolute, join, normalize } from 'node:path';
import type { SourceText } from '@topodiff/report';
import { loadText } from './load-text.ts';

/**
 * The files beside a configuration that it may name (`deepspeed.config: ds-config.json`), by the path written in it. One that is
 * not there stays unknown: the archive may bring it. Nothing outside the folder is read.
 */
export async function loadRelatedFiles(
  source: SourceText,
  folder: string,
): Promise<ReadonlyMap<string, string | null>> {
  const related = new Map<string, string | null>();
  if (source.kind !== 'text' || !source.text.includes('deepspeed')) return related;
  // Every value of a key `config`: which of them counts, the pipeline knows. Parsing here would cost each start 3 ms.
  for (const [, path = ''] of source.text.matchAll(/\bconfig["']?\s*:[ \t]*["']?([^"'\s#,{}[\]]+)/g)) {
    if (related.has(path) || related.size >= mostCandidates) continue;
    if (isAbsolute(path) || normalize(path).startsWith('..')) continue;
    const file = await loadText(join(folder, path));
    if (file.kind === 'text') related.set(path, file.text);
  }
  return related;
}

/** A file names one; more are a file made by mistake. */
const mostCandidates = 16;
