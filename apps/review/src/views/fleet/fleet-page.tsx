import type { FleetRecord } from '../../store/store.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { Layout } from '../layout.tsx';
import { reviewPath } from '../parts/addresses.ts';
import { CardTable } from '../parts/card-table.tsx';
import { numbersAndDifference, numbersPhrase, quantity } from '../parts/numbers.ts';
import { pathHash } from '../parts/page-ids.ts';
import { shown } from '../parts/shown.ts';
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

const gpuColumns = [
  { name: 'GPUs declared', isNumber: true },
  { name: 'GPUs effective', isNumber: true },
];

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
    <CardTable
      caption="GPUs by repository"
      columns={[{ name: 'Repository' }, ...gpuColumns, { name: 'As of' }]}
      rows={records.map((record) => ({
        key: String(record.repository.id),
        cells: [
          <a href={`#${anchorOf(record)}`}>{shown(record.repository.fullName)}</a>,
          numbersPhrase(record.fleet.declaredGpus),
          numbersAndDifference(record.fleet.gpus),
          <>
            <a href={reviewPath(record.repository.fullName, record.pullRequest.number)}>
              {shown(record.pullRequest.title)} #{record.pullRequest.number}
            </a>
            , <When date={record.updatedAt} now={now} />
          </>,
        ],
      }))}
      total={{
        key: 'all',
        cells: [
          'All',
          numbersPhrase({
            base: sum(({ fleet }) => fleet.declaredGpus.base),
            head: sum(({ fleet }) => fleet.declaredGpus.head),
          }),
          numbersAndDifference({
            base: sum(({ fleet }) => fleet.gpus.base),
            head: sum(({ fleet }) => fleet.gpus.head),
          }),
        ],
      }}
    />
  );
}

function RepositoryFleet({ record }: { readonly record: FleetRecord }) {
  const { fleet, models, repository } = record;
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
      {models.length === 0 && fleet.untouched.models === 0 ? null : (
        <>
          <h3>Models of the report</h3>
          <ModelsTable record={record} />
        </>
      )}
    </section>
  );
}

function PoolsTable({ record: { fleet, repository } }: { readonly record: FleetRecord }) {
  return (
    <CardTable
      caption={`GPUs by pool in ${shown(repository.fullName)}`}
      columns={[{ name: 'Pool' }, { name: 'Models', isNumber: true }, ...gpuColumns]}
      rows={fleet.pools.map((pool) => ({
        key: pool.name ?? '',
        cells: [
          pool.name === null ? 'no pool' : shown(pool.name),
          numbersPhrase(pool.models),
          numbersPhrase(pool.declaredGpus),
          numbersAndDifference(pool.gpus),
        ],
      }))}
    />
  );
}

/** The models that take most GPUs first. */
function ModelsTable({ record: { fleet, models, repository } }: { readonly record: FleetRecord }) {
  const changed = models
    .toSorted((one, other) => other.gpus - one.gpus)
    .map(({ path, pool, gpus }) => ({
      key: path,
      cells: [<code>{shown(path)}</code>, pool === null ? 'no pool' : shown(pool), gpus],
    }));
  const unchanged = {
    key: '',
    cells: [`${quantity(fleet.untouched.models, 'model')} without change`, null, fleet.untouched.gpus],
  };
  return (
    <CardTable
      caption={`GPUs by model in ${shown(repository.fullName)}`}
      columns={[{ name: 'Path' }, { name: 'Pool' }, { name: 'GPUs effective', isNumber: true }]}
      rows={fleet.untouched.models === 0 ? changed : [...changed, unchanged]}
    />
  );
}
