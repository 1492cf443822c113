import { findNearMiss, knownSections, topLevelKeys } from '@topodiff/rules';
import { isTooComplex } from './is-too-complex.ts';
import type { ParseSource } from './parse-source.ts';
import { makeSourceParser } from './parse-source.ts';
import type { ModelInput, SourceText } from './review-input.ts';

/**
 * Whether a file that was found by its name is to be reviewed. It is not only when each side that exists is a map
 * without a frontend key, a near miss of one, or a section that a known handler reads: whatever cannot be read, and
 * whatever stops TorchServe, is reviewed.
 */
export function isModelConfig(
  { base, head }: Pick<ModelInput, 'base' | 'head'>,
  parse: ParseSource = makeSourceParser(),
): boolean {
  return [base, head].some((side) => side !== null && concernsTorchserve(side, parse));
}

function concernsTorchserve(source: SourceText, parse: ParseSource): boolean {
  if (source.kind === 'unreadable' || isTooComplex(source.text)) return true;
  const { frontend } = parse(source);
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
