/** Sizes in units of the drawing. Four cells stand side by side: two sides then stay readable on a phone. */
export const measures = {
  cell: 62,
  gap: 6,
  cellsPerRow: 4,
  workerPadding: 8,
  framePadding: 9,
  /** Between the sides. */
  gutter: 14,
  /** Around everything, so that no stroke is cut. */
  margin: 2,
} as const;

/** Width of so many cells side by side. */
export function cellsWidth(cells: number): number {
  return cells * measures.cell + (cells - 1) * measures.gap;
}

/** Width of one side: a full row of cells in its worker's box and its frame. */
export const sideWidth =
  cellsWidth(measures.cellsPerRow) + 2 * measures.workerPadding + 2 * measures.framePadding;
