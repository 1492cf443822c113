import type { ConfigPath, TopLevelKey, TorchrunKey } from '@topodiff/schema';
import { fieldOf, fields } from '@topodiff/schema';

let topLevel: readonly TopLevelKey[] | undefined;
let torchrun: readonly TorchrunKey[] | undefined;

/** Keys that the frontend reads at the top level, in any version. */
export function topLevelKeys(): readonly TopLevelKey[] {
  topLevel ??= fields.flatMap((field) => (field.section === 'top-level' ? [field.key] : []));
  return topLevel;
}

/** Keys that the frontend reads inside torchrun, in any version. */
export function torchrunKeys(): readonly TorchrunKey[] {
  torchrun ??= fields.flatMap((field) => (field.section === 'torchrun' ? [field.key] : []));
  return torchrun;
}

/** Whether the frontend reads the value at this path, or one that holds it. */
export function isFrontendPath([section]: ConfigPath): boolean {
  return typeof section === 'string' && fieldOf('top-level', section) !== undefined;
}
