/** What a drawn topology needs besides the model; every field may be left out. */
export interface TopologyOptions {
  /** Begins the ids of the drawing, so that several can stand on one page. */
  readonly idPrefix?: string | undefined;
  /** GPUs of the model's host, so that idle ones are drawn too: `hostGpusOf(report, model)`. Null or absent: unknown. */
  readonly hostGpus?: number | null | undefined;
  /** One of the sides that would be drawn, from 0, for pages that place each by itself. Absent: all, beside one another. */
  readonly side?: number | undefined;
}
