import { amountPhrase, fleetAssumptionPhrase, shortfallPhrase } from '@topodiff/renderers';
import type { Report } from '@topodiff/report';
import { BudgetMeter } from '../fleet/budget-meter.tsx';
import { CardTable } from '../parts/card-table.tsx';
import { differencePhrase, numbersPhrase, quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';

/** GPUs declared and really used, what they cost, pools and budgets. */
export function FleetSummary({ report }: { readonly report: Report }) {
  const { fleet } = report;
  const isComparison = report.comparison !== null;
  return (
    <section aria-labelledby="fleet">
      <h2 id="fleet">Fleet</h2>
      <dl class="figures">
        <Figure name="GPUs declared" counts={fleet.declaredGpus} isComparison={isComparison} />
        <Figure name="GPUs TorchServe will really use" counts={fleet.gpus} isComparison={isComparison} />
        {fleet.cost === null ? null : <Cost cost={fleet.cost} isComparison={isComparison} />}
      </dl>
      <p class="small">
        {[
          fleet.scope === 'repository' ? 'all models of the repository' : 'the models of this report alone',
          shortfallPhrase(report),
          fleetAssumptionPhrase(report),
        ]
          .filter((phrase) => phrase !== null)
          .join(' · ')}
      </p>
      {fleet.budgets.length === 0 ? null : (
        <>
          <h3>Budgets</h3>
          <ul class="budgets">
            {fleet.budgets.map((budget) => (
              <li key={budget.name}>
                <BudgetMeter budget={budget} isComparison={isComparison} />
                {budget.models.length === 0 ? null : (
                  <p class="small">
                    Through{' '}
                    {budget.models
                      .map(
                        ({ path, base, head }) =>
                          `${shown(path)} (${differencePhrase({ base, head }) ?? '±0'})`,
                      )
                      .join(', ')}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {fleet.pools.every(({ name }) => name === null) ? null : (
        <Pools pools={fleet.pools} isComparison={isComparison} />
      )}
    </section>
  );
}

function Figure({
  name,
  counts,
  isComparison,
}: {
  readonly name: string;
  readonly counts: { readonly base: number; readonly head: number };
  readonly isComparison: boolean;
}) {
  const difference = differencePhrase(counts, isComparison);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {numbersPhrase(counts, isComparison)}
        {difference === null ? null : <span class="difference"> ({difference})</span>}
      </dd>
    </div>
  );
}

function Cost({
  cost: { currency, perMonth, unpricedModels },
  isComparison,
}: {
  readonly cost: NonNullable<Report['fleet']['cost']>;
  readonly isComparison: boolean;
}) {
  const [base, head] = [amountPhrase(perMonth.base), amountPhrase(perMonth.head)];
  const isChanged = isComparison && base !== head;
  const sign = perMonth.head > perMonth.base ? '+' : '−';
  return (
    <div>
      <dt>Cost per month, {shown(currency)}</dt>
      <dd>
        {isChanged ? `${base} → ${head}` : head}
        {isChanged ? (
          <span class="difference">
            {' '}
            ({sign}
            {amountPhrase(Math.abs(perMonth.head - perMonth.base))})
          </span>
        ) : null}
        {unpricedModels === 0 ? null : (
          <span class="small"> without {quantity(unpricedModels, 'model')} that has no price</span>
        )}
      </dd>
    </div>
  );
}

function Pools({
  pools,
  isComparison,
}: {
  readonly pools: Report['fleet']['pools'];
  readonly isComparison: boolean;
}) {
  return (
    <>
      <h3>Host pools</h3>
      <CardTable
        caption="GPUs by host pool"
        columns={[
          { name: 'Pool' },
          { name: 'Each host' },
          { name: 'Models', isNumber: true },
          { name: 'GPUs declared', isNumber: true },
          { name: 'GPUs effective', isNumber: true },
        ]}
        rows={pools.map((pool) => ({
          key: pool.name ?? '',
          cells: [
            pool.name === null ? 'no pool' : shown(pool.name),
            hostPhrase(pool),
            numbersPhrase(pool.models, isComparison),
            numbersPhrase(pool.declaredGpus, isComparison),
            numbersPhrase(pool.gpus, isComparison),
          ],
        }))}
      />
    </>
  );
}

/** `8 GPUs of 80 GiB, TorchServe 0.12.0`, and the configuration of the server where the pool has one. */
function hostPhrase({
  hostGpus,
  gpuMemoryGib,
  torchserveVersion,
  configProperties,
}: Report['fleet']['pools'][number]): string {
  return [
    `${hostGpus === null ? 'GPUs unknown' : quantity(hostGpus, 'GPU')}${gpuMemoryGib === null ? '' : ` of ${gpuMemoryGib} GiB`}`,
    `TorchServe ${shown(torchserveVersion)}`,
    ...(configProperties === null ? [] : [shown(configProperties)]),
  ].join(', ');
}
