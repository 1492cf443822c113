import type { ReportChange, ReportModel } from '@topodiff/report';
import { escapeTerminal } from '../escape/escape-terminal.ts';
import { textLimits } from '../limits.ts';
import { cutEnd } from '../reading/cut-text.ts';
import { changesByLayer, layerTitles } from '../reading/layers.ts';
import { padEnd } from './layout/display-width.ts';
import { wrapPieces } from './layout/wrap-pieces.ts';
import { messagePieces } from './message-pieces.ts';
import { impactStyle, type TextSetup } from './text-options.ts';

const impactWidth = 'non-breaking'.length;
const messageColumn = 4 + impactWidth + 2;

/** Changes under the layer of TorchServe that they reach: impact, what changed, and why it matters. */
export function changeLines(model: ReportModel, setup: TextSetup): readonly string[] {
  return changesByLayer(model.changes).flatMap(({ layer, changes }) => [
    `  ${setup.styles.bold(layerTitles[layer])}`,
    ...changes.flatMap((change) => linesOfChange(change, setup)),
  ]);
}

function linesOfChange(change: ReportChange, { styles, width }: TextSetup): readonly string[] {
  const room = width - messageColumn;
  const place = change.head ?? change.base;
  const message = wrapPieces(
    [
      ...messagePieces(change.messageParts, styles),
      ...(place === null
        ? []
        : [
            {
              text: ` (${change.head === null ? 'base ' : ''}line ${place.range.start.line})`,
              style: styles.dim,
            },
          ]),
    ],
    room,
  );
  const reason =
    change.impact === 'non-breaking'
      ? []
      : wrapPieces(
          [{ text: escapeTerminal(cutEnd(change.reason, textLimits.sentence)), style: styles.dim }],
          room,
        );
  const impact = `    ${impactStyle(change.impact, styles)(change.impact)}${padEnd('', impactWidth - change.impact.length)}  `;
  const indent = padEnd('', messageColumn);
  return [...message, ...reason].map((line, index) => (index === 0 ? impact : indent) + line);
}
