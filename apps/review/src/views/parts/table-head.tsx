/** A column of a table; numbers stand at its right end. */
export interface Column {
  readonly name: string;
  readonly isNumber?: boolean;
}

/** The head of a table. */
export function TableHead({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ name, isNumber = false }) => (
          <th key={name} scope="col" class={isNumber ? 'number' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
