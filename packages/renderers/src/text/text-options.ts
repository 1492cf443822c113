import type { ReportChange, ReportFinding } from '@topodiff/report';

/** Wraps a text into the control sequences of a colour; the identity without colour. */
export type TextStyle = (text: string) => string;

/** The styles that terminal text uses. The caller decides whether there is colour at all. */
export interface TextStyles {
  readonly bold: TextStyle;
  readonly dim: TextStyle;
  readonly underline: TextStyle;
  readonly red: TextStyle;
  readonly yellow: TextStyle;
  readonly green: TextStyle;
  readonly cyan: TextStyle;
}

/** How a terminal shows text. */
export interface TextOptions {
  /** Default: no colour. */
  readonly styles?: TextStyles;
  /** Columns to wrap at. Default: 100. */
  readonly width?: number;
}

/** Options with their defaults filled in. */
export interface TextSetup {
  readonly styles: TextStyles;
  readonly width: number;
}

const identity: TextStyle = (text) => text;

/** Every style is the identity: the text is the same, without colour. */
export const plainStyles: TextStyles = {
  bold: identity,
  dim: identity,
  underline: identity,
  red: identity,
  yellow: identity,
  green: identity,
  cyan: identity,
};

/** Narrower than this nothing can be laid out: lines then run over. */
const narrowestWidth = 40;

/** The options with their defaults; a width in which nothing can be laid out is widened. */
export function textSetup({ styles = plainStyles, width = 100 }: TextOptions): TextSetup {
  return { styles, width: Math.max(narrowestWidth, width) };
}

/** The colour of a severity. */
export function severityStyle(severity: ReportFinding['severity'], styles: TextStyles): TextStyle {
  return { error: styles.red, warning: styles.yellow, info: styles.cyan }[severity];
}

/** The colour of an impact. */
export function impactStyle(impact: ReportChange['impact'], styles: TextStyles): TextStyle {
  return { breaking: styles.red, dangerous: styles.yellow, 'non-breaking': styles.green }[impact];
}
