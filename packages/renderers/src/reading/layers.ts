import type { ReportChange } from '@topodiff/report';

type Layer = ReportChange['layer'];

/** In the order in which a request meets them. */
const layers: readonly Layer[] = ['frontend', 'process', 'framework', 'handler'];

/** What stands above the changes of a layer. */
export const layerTitles: Readonly<Record<Layer, string>> = {
  frontend: 'Frontend',
  process: 'Processes (torchrun)',
  framework: 'Framework',
  handler: 'Handler',
};

/** The changes of each layer that has some, in the report's order within. */
export function changesByLayer(
  changes: readonly ReportChange[],
): readonly { readonly layer: Layer; readonly changes: readonly ReportChange[] }[] {
  return layers
    .map((layer) => ({ layer, changes: changes.filter((change) => change.layer === layer) }))
    .filter((group) => group.changes.length > 0);
}
