import type { Report } from '@topodiff/report';

/** Turns a report into text. Pure: no input or output, no clock, no environment, no colour detection. */
export interface Renderer<Options> {
  /** The name in `--format`. */
  readonly id: string;
  readonly mediaType: string;
  /** The whole text, with a final newline. */
  render(report: Report, options: Options): string;
}
