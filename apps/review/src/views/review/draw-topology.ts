import { describeTopologyText, hostGpusOf, renderTopologySvg } from '@topodiff/renderers';
import type { Report, ReportModel } from '@topodiff/report';

/** A drawing as SVG markup that is escaped already, and the same in words. */
export interface TopologyDrawing {
  readonly svg: string;
  readonly text: string;
}

/**
 * Draws the topology of a model; null when there is nothing to draw. Each side is a drawing of its own, so that a narrow page
 * can place them below one another.
 */
export function drawTopology(model: ReportModel, report: Report, idPrefix: string): TopologyDrawing | null {
  const hostGpus = hostGpusOf(report, model);
  const svg = [0, 1]
    .map((side) => renderTopologySvg(model, { idPrefix: `${idPrefix}-${side}`, hostGpus, side }) ?? '')
    .join('');
  return svg === '' ? null : { svg, text: describeTopologyText(model, { hostGpus }) };
}
