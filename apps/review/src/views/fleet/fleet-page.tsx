import type { FleetRecord } from '../../store/store.ts';
import { Layout, type PageFrame } from '../layout.tsx';
import { reviewPath } from '../parts/addresses.ts';
import { numbersAndDifference, numbersPhrase, quantity } from '../parts/numbers.ts';
import { pathHash } from '../parts/page-ids.ts';
import { shown } from '../parts/shown.ts';
import { TableHead } from '../parts/table-head.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { When } from '../parts/when.tsx';
import { BudgetMeter } from './budget-meter.tsx';

/** GPUs by repository, pool and path, as the newest report of each repository has them. */
export function FleetPage({
  frame,
  records,
  now,
}: {
  readonly frame: PageFrame;
  readonly records: readonly FleetRecord[];
  readonly now: Date;
}) {
  return (
    <Layout frame={frame}>
      <h1>Fleet</h1>
      {records.length === 0 ? (
        <p class="empty">No report yet: the fleet is told by the newest report of each repository.</p>
      ) : (
        <>
          <p>
            GPUs that TorchServe will really use once the pull request of each repository's newest report is
            merged, and those of its base.
          </p>
          <RepositoriesTable records={records} now={now} />
          {records.map((record) => (
            <RepositoryFleet key={record.repository.id} record={record} />
          ))}
        </>
      )}
    </Layout>
  );
}

function anchorOf({ repository }: FleetRecord): string {
  return `r-${pathHash(repository.fullName)}`;
}

function RepositoriesTable({
  records,
  now,
}: {
  readonly records: readonly FleetRecord[];
  readonly now: Date;
}) {
  const sum = (pick: (record: FleetRecord) => number) =>
    records.reduce((total, record) => total + pick(record), 0);
  return (
    <TableRegion label="GPUs by repository">
      <table>
        <caption>Repositories</caption>
        <TableHead
          columns={[
            { name: 'Repository' },
            { name: 'GPUs declared', isNumber: true },
            { name: 'GPUs effective', isNumber: true },
            { name: 'As of' },
          ]}
        />
        <tbody>
          {records.map((record) => (
            <tr key={record.repository.id}>
              <th scope="row">
                <a href={`#${anchorOf(record)}`}>{shown(record.repository.fullName)}</a>
              </th>
              <td class="number">{numbersPhrase(record.fleet.declaredGpus)}</td>
              <td class="number">{numbersAndDifference(record.fleet.gpus)}</td>
              <td>
                <a href={reviewPath(record.repository.fullName, record.pullRequest.number)}>
                  {shown(record.pullRequest.title)} #{record.pullRequest.number}
                </a>
                , <When date={record.updatedAt} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td class="number">
              {numbersPhrase({
                base: sum(({ fleet }) => fleet.declaredGpus.base),
                head: sum(({ fleet }) => fleet.declaredGpus.head),
              })}
            </td>
            <td class="number">
              {numbersAndDifference({
                base: sum(({ fleet }) => fleet.gpus.base),
                head: sum(({ fleet }) => fleet.gpus.head),
              })}
            </td>
            <td></td>
          </tr>
        </tfoot>
      </table>
    </TableRegion>
  );
}

function RepositoryFleet({ record }: { readonly record: FleetRecord }) {
  const { fleet, repository } = record;
  const id = anchorOf(record);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{shown(repository.fullName)}</h2>
      {fleet.scope === 'repository' ? null : (
        <p class="remark">The models of the newest report alone; the repository may have more.</p>
      )}
      {fleet.budgets.length === 0 ? null : (
        <>
          <h3>Budgets</h3>
          <ul class="budgets">
            {fleet.budgets.map((budget) => (
              <li key={budget.name}>
                <BudgetMeter budget={budget} isComparison />
              </li>
            ))}
          </ul>
        </>
      )}
      {fleet.pools.length === 0 ? null : (
        <>
          <h3>Pools</h3>
          <PoolsTable record={record} />
        </>
      )}
      <h3>Models of the report</h3>
      <ModelsTable record={record} />
    </section>
  );
}

function PoolsTable({ record: { fleet, repository } }: { readonly record: FleetRecord }) {
  const label = `GPUs by pool in ${shown(repository.fullName)}`;
  return (
    <TableRegion label={label}>
      <table>
        <caption class="unseen">{label}</caption>
        <TableHead
          columns={[
            { name: 'Pool' },
            { name: 'Models', isNumber: true },
            { name: 'GPUs declared', isNumber: true },
            { name: 'GPUs effective', isNumber: true },
          ]}
        />
        <tbody>
          {fleet.pools.map((pool) => (
            <tr key={pool.name}>
              <th scope="row">{pool.name === null ? 'no pool' : shown(pool.name)}</th>
              <td class="number">{numbersPhrase(pool.models)}</td>
              <td class="number">{numbersPhrase(pool.declaredGpus)}</td>
              <td class="number">{numbersAndDifference(pool.gpus)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** The models that take most GPUs first. */
function ModelsTable({ record: { fleet, models, repository } }: { readonly record: FleetRecord }) {
  const label = `GPUs by model in ${shown(repository.fullName)}`;
  return (
    <TableRegion label={label}>
      <table>
        <caption class="unseen">{label}</caption>
        <TableHead
          columns={[{ name: 'Path' }, { name: 'Pool' }, { name: 'GPUs effective', isNumber: true }]}
        />
        <tbody>
          {models
            .toSorted((one, other) => other.gpus - one.gpus)
            .map(({ path, pool, gpus }) => (
              <tr key={path}>
                <th scope="row">
                  <code>{shown(path)}</code>
                </th>
                <td>{pool === null ? 'no pool' : shown(pool)}</td>
                <td class="number">{gpus}</td>
              </tr>
            ))}
          {fleet.untouched.models === 0 ? null : (
            <tr>
              <th scope="row">{quantity(fleet.untouched.models, 'model')} without change</th>
              <td></td>
              <td class="number">{fleet.untouched.gpus}</td>
            </tr>
          )}
        </tbody>
      </table>
    </TableRegion>
  );
}
