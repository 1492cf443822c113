import type { ComponentChildren } from 'preact';
import type { Column } from './table-head.tsx';

interface CardRow {
  readonly key: string;
  /** One for each column; the first names the row. */
  readonly cells: readonly ComponentChildren[];
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
}: {
  /** Read aloud, and not shown. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly CardRow[];
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
        {rows.map(({ key, cells: [first, ...others], isStop = false }) => (
          <tr key={key} role="row" data-model={isStop ? true : undefined}>
            <th scope="row" role="rowheader">
              {first}
            </th>
            {columns.slice(1).map((column, index) => (
              <td key={column.name} role="cell" class={classOf(column)} data-label={column.name}>
                {others[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf({ isNumber = false }: Column): string | undefined {
  return isNumber ? 'number' : undefined;
}
