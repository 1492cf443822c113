import type { Rule } from '@topodiff/rules';
import { Layout, type PageFrame } from '../layout.tsx';
import { quantity } from '../parts/numbers.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { Choice } from '../reviews/filter-form.tsx';
import { severities } from '../reviews/filters.ts';
import { areas, type RuleFilters } from './rule-filters.ts';

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
          <TableRegion label="Rules">
            <table class="rules">
              <caption class="unseen">Rules</caption>
              <thead>
                <tr>
                  <th scope="col">Rule</th>
                  <th scope="col">Severity</th>
                  <th scope="col">Area</th>
                  <th scope="col">What it asks for</th>
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <tr key={rule.id}>
                    <th scope="row">
                      <a href={`/rules/${rule.id}`}>{rule.id}</a>
                    </th>
                    <td>
                      <StatusWord status={rule.severity} />
                    </td>
                    <td>{rule.area}</td>
                    <td>{rule.description}.</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        </>
      )}
    </Layout>
  );
}
