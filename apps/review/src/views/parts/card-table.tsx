import type { ComponentChildren } from 'preact';

/** A column of a table. */
export interface Column {
  readonly name: string;
  /** Numbers stand at its right end. */
  readonly isNumber?: boolean;
  /** Words of a brief column do not wrap where there is room; a broad one keeps room for several. */
  readonly width?: 'brief' | 'broad';
}

/** One row, which is a card on a narrow page. */
export interface Row {
  readonly key: string;
  /** One for each column; the first names the row. */
  readonly cells: readonly ComponentChildren[];
  readonly class?: string;
  /** The keys for the next and the previous model stop at it. */
  readonly isStop?: boolean;
}

/**
 * A table whose rows become cards on a narrow page. That takes the table's meaning from some readers of the page unless the
 * roles are named.
 */
export function CardTable({
  caption,
  columns,
  rows,
  total,
}: {
  /** Read aloud, and not shown. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What all rows come to. */
  readonly total?: Row;
}) {
  return (
    <table class="cards" role="table">
      <caption class="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.name} scope="col" role="columnheader" class={classOf(column)}>
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <CardRow key={row.key} row={row} columns={columns} />
        ))}
      </tbody>
      {total === undefined ? null : (
        <tfoot role="rowgroup">
          <CardRow row={total} columns={columns} />
        </tfoot>
      )}
    </table>
  );
}

function CardRow({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  const [first, ...others] = row.cells;
  return (
    <tr role="row" class={row.class} data-model={row.isStop === true ? true : undefined}>
      <th scope="row" role="rowheader">
        {first}
      </th>
      {columns.slice(1).map((column, index) => (
        <td key={column.name} role="cell" class={classOf(column)} data-label={column.name}>
          {others[index]}
        </td>
      ))}
    </tr>
  );
}

function classOf({ isNumber = false, width }: Column): string | undefined {
  return isNumber ? 'number' : width;
}
