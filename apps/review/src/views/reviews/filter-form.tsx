import type { RepositoryRecord } from '../../store/store.ts';
import { shown } from '../parts/shown.ts';
import { approvalStates, conclusions, severities, type ReviewFilters } from './filters.ts';

const stateWords: Readonly<Record<string, string>> = { 'not-needed': 'not needed', pending: 'waits' };

/** Search and filters as a form that ends in the URL. */
export function FilterForm({
  filters,
  repositories,
}: {
  readonly filters: ReviewFilters;
  readonly repositories: readonly RepositoryRecord[];
}) {
  return (
    <form class="filters" method="get" action="/reviews" role="search" aria-label="Reviews">
      <label>
        Search <input type="search" name="search" value={filters.search ?? ''} maxLength={200} data-search />
      </label>
      <label>
        Repository{' '}
        <select name="repository">
          <option value="">all</option>
          {repositories.map(({ id, fullName }) => (
            <option key={id} value={fullName} selected={fullName === filters.repository}>
              {shown(fullName)}
            </option>
          ))}
        </select>
      </label>
      <Choice name="severity" label="Worst finding" choices={severities} chosen={filters.severity} />
      <Choice name="approval" label="Approval" choices={approvalStates} chosen={filters.approval} />
      <Choice name="conclusion" label="Conclusion" choices={conclusions} chosen={filters.conclusion} />
      <button type="submit">Show</button>
    </form>
  );
}

/** One filter of a closed set; `any` leaves it out. */
export function Choice({
  name,
  label,
  choices,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly string[];
  readonly chosen: string | undefined;
}) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        <option value="">any</option>
        {choices.map((choice) => (
          <option key={choice} value={choice} selected={choice === chosen}>
            {stateWords[choice] ?? choice}
          </option>
        ))}
      </select>
    </label>
  );
}
