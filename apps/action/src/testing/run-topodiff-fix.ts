import { fixModelConfig } from '@topodiff/report';
import { unknownHost } from '@topodiff/topology';

/** The text that `topodiff fix` makes of a model-config. */
export function runTopodiffFix(text: string): string {
  const path = 'llama/model-config.yaml';
  return fixModelConfig({ path, source: { kind: 'text', text }, host: unknownHost }).text;
}
