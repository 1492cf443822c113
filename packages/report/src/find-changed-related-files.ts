import { relatedFilePath } from './related-file-path.ts';
import type { HostFinder } from './policy/host-of-model.ts';
import type { ModelInput } from './review-input.ts';

/** Repository paths of the files besides its own that a model depends on and that differ between the sides. */
export function findChangedRelatedFiles(model: ModelInput, hosts: HostFinder): readonly string[] {
  const none: ReadonlyMap<string, string | null> = new Map();
  const { base, head } = model.relatedFiles ?? { base: none, head: none };
  const related = [...new Set([...base.keys(), ...head.keys()])]
    .filter((written) => (base.get(written) ?? null) !== (head.get(written) ?? null))
    .map((written) => relatedFilePath(model.path, written) ?? written);
  return [...new Set([...hosts.changedPropertiesOf(model.path), ...related])];
}
