import type { Rule } from '@topodiff/rules';
import type { PageFrame } from '../frame/page-frame.ts';
import { Layout } from '../layout.tsx';
import { CardTable } from '../parts/card-table.tsx';
import { quantity } from '../parts/numbers.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { Choice } from '../reviews/filter-form.tsx';
import { severities } from '../reviews/filters.ts';
import { areas, type RuleFilters } from './rule-filters.ts';

const columns = ['Rule', 'Severity', 'Area', 'What it asks for'].map((name) => ({ name }));

/** Every rule, by area and severity. */
export function RulesPage({
  frame,
  rules,
  filters,
}: {
  readonly frame: PageFrame;
  readonly rules: readonly Rule[];
  readonly filters: RuleFilters;
}) {
  return (
    <Layout frame={frame}>
      <h1>Rules</h1>
      <form class="filters" method="get" action="/rules" role="search" aria-label="Rules">
        <label>
          Search <input type="search" name="search" value={filters.search} maxLength={200} data-search />
        </label>
        <Choice name="area" label="Area" choices={areas} chosen={filters.area} />
        <Choice name="severity" label="Severity" choices={severities} chosen={filters.severity} />
        <button type="submit">Show</button>
      </form>
      {rules.length === 0 ? (
        <p class="empty">
          No rule matches. <a href="/rules">Show all rules</a>
        </p>
      ) : (
        <>
          <p role="status">{quantity(rules.length, 'rule')}</p>
          <CardTable
            caption="Rules"
            columns={columns}
            rows={rules.map(({ id, severity, area, description }) => ({
              key: id,
              cells: [
                <a href={`/rules/${id}`}>{id}</a>,
                <StatusWord status={severity} />,
                area,
                `${description}.`,
              ],
            }))}
          />
        </>
      )}
    </Layout>
  );
}
