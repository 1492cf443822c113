import { findNearMiss, knownSections, topLevelKeys } from '@topodiff/rules';
import { parseModelConfig } from '@topodiff/schema';
import type { ModelInput, SourceText } from './review-input.ts';

/**
 * Whether a file that was found by its name is to be reviewed. It is not only when each side that exists is a map
 * without a frontend key, a near miss of one, or a section that a known handler reads: whatever cannot be read, and
 * whatever stops TorchServe, is reviewed.
 */
export function isModelConfig({ base, head }: Pick<ModelInput, 'base' | 'head'>): boolean {
  return [base, head].some((side) => side !== null && concernsTorchserve(side));
}

function concernsTorchserve(source: SourceText): boolean {
  if (source.kind === 'unreadable') return true;
  const { frontend } = parseModelConfig(source.text);
  if (frontend.outcome === 'unreadable' || frontend.root?.kind !== 'map') return true;
  if (frontend.root.entries.length === 0) return true;
  return frontend.root.entries.some(({ key }) => {
    if (key.kind !== 'string') return false;
    const keys: readonly string[] = topLevelKeys();
    return (
      keys.includes(key.value) || knownSections.includes(key.value) || findNearMiss(key.value, keys) !== null
    );
  });
}
