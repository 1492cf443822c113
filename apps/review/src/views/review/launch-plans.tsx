import { Fragment } from 'preact';
import { commandLines, groupEqualCommands, type LaunchWorker } from '@topodiff/renderers';
import type { ReportModel, ReportModelSide } from '@topodiff/report';
import { quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { TableRegion } from '../parts/table-region.tsx';

type Launch = ReportModelSide['launch'];

/** Workers of one side that the page lists; the number of the others is exact. */
const mostWorkers = 64;

/** So narrow that each option of a command has a line of its own. */
const oneOptionEach = 0;

/** What TorchServe starts, at base and at head. */
export function LaunchPlans({
  model,
  isComparison,
}: {
  readonly model: ReportModel;
  readonly isComparison: boolean;
}) {
  const sides = [
    { name: 'Base', side: model.base },
    { name: isComparison ? 'Head' : '', side: model.head },
  ];
  return (
    <div class="sides">
      {sides.map(({ name, side }) =>
        side === null ? null : (
          <div key={name}>
            {name === '' ? null : <h5>{name}</h5>}
            <LaunchPlan
              launch={side.launch}
              label={`Workers of ${shown(model.path)}${name === '' ? '' : ` at ${name.toLowerCase()}`}`}
            />
          </div>
        ),
      )}
    </div>
  );
}

function LaunchPlan({ launch, label }: { readonly launch: Launch; readonly label: string }) {
  const workers = launch.workers.slice(0, mostWorkers);
  return (
    <>
      {launch.blockers.length === 0 ? null : (
        <ul>
          {launch.blockers.map(({ message }) => (
            <li key={message}>
              <strong>Will not serve:</strong> {shown(message)}
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        {launch.minWorkers === launch.maxWorkers
          ? quantity(launch.minWorkers, 'worker')
          : `${launch.minWorkers} to ${launch.maxWorkers} workers`}
        , on the {launch.device === 'gpu' ? 'GPU' : 'CPU'}, parallel level {launch.parallelLevel}
      </p>
      {workers.length === 0 ? <p>No workers.</p> : <WorkersTable workers={workers} label={label} />}
      {workers.length < launch.workers.length ? (
        <p>
          {workers.length} of {quantity(launch.workers.length, 'worker')} listed.
        </p>
      ) : null}
      {groupEqualCommands(workers).map((group) => (
        <Command key={group[0]?.id} workers={group} label={label} />
      ))}
    </>
  );
}

function WorkersTable({
  workers,
  label,
}: {
  readonly workers: readonly LaunchWorker[];
  readonly label: string;
}) {
  return (
    <TableRegion label={label}>
      <table>
        <caption class="unseen">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Worker</th>
            <th scope="col">Launcher</th>
            <th scope="col" class="number">
              Processes
            </th>
            <th scope="col">Visible devices</th>
            <th scope="col">gpu_id</th>
          </tr>
        </thead>
        <tbody>
          {workers.map((worker) => (
            <tr key={worker.id}>
              <th scope="row">{shown(worker.id)}</th>
              <td>{worker.launcher}</td>
              <td class="number">{worker.processCount}</td>
              <td>{devicesPhrase(worker)}</td>
              <td>{worker.gpuId ?? 'none'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function devicesPhrase({ visibleDevices, gpuId }: LaunchWorker): string {
  if (visibleDevices !== null) return visibleDevices.length === 0 ? 'none' : visibleDevices.join(', ');
  return gpuId === null ? 'none' : 'all';
}

function Command({ workers, label }: { readonly workers: readonly LaunchWorker[]; readonly label: string }) {
  const [first] = workers;
  if (first === undefined) return null;
  const environment = Object.entries(first.environment);
  const name = `${workers.length === 1 ? 'Worker' : 'Workers'} ${workers.map(({ id }) => shown(id)).join(', ')}`;
  return (
    <div class="command">
      <p class="small">{name}</p>
      <pre role="region" aria-label={`${label}: command of ${name}`} tabIndex={0}>
        <code>
          {environment.map(([variable, value]) => (
            <Fragment key={variable}>
              <span class="yaml-key">{shown(variable)}</span>={shown(value)}
              {'\n'}
            </Fragment>
          ))}
          {commandLines(first.argv, oneOptionEach).join('\n')}
        </code>
      </pre>
    </div>
  );
}
