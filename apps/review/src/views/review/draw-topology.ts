import { describeTopologyText, hostGpusOf, renderTopologySvg } from '@topodiff/renderers';
import type { Report, ReportModel } from '@topodiff/report';

/** A drawing as SVG markup that is escaped already, and the same in words. */
export interface TopologyDrawing {
  readonly svg: string;
  readonly text: string;
}

/** Draws the topology of a model; null when there is nothing to draw. */
export function drawTopology(model: ReportModel, report: Report, idPrefix: string): TopologyDrawing | null {
  const hostGpus = hostGpusOf(report, model);
  const svg = renderTopologySvg(model, { idPrefix, hostGpus });
  return svg === null ? null : { svg, text: describeTopologyText(model, { hostGpus }) };
}
