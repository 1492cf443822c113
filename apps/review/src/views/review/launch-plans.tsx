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

/** What TorchServe starts at base and at head. */
export function LaunchPlans({
  model,
  isComparison,
}: {
  readonly model: ReportModel;
  readonly isComparison: boolean;
}) {
  return (
    <div class="sides">
      {sidesOf(model, isComparison).map(({ name, side, other, Differing }) => (
        <div key={name}>
          {name === '' ? null : <h5>{name}</h5>}
          <LaunchPlan
            side={side}
            label={`Workers of ${shown(model.path)}${name === '' ? '' : ` at ${name.toLowerCase()}`}`}
            other={other}
            Differing={Differing}
          />
        </div>
      ))}
    </div>
  );
}

interface ShownSide {
  /** Empty where there is nothing to tell apart. */
  readonly name: string;
  readonly side: ReportModelSide;
  /** What it is compared with. */
  readonly other: ReportModelSide | null;
  /** How a line is marked that the other side does not have. */
  readonly Differing: 'del' | 'ins';
}

/** Both sides, or one where they are alike: nobody has to compare them by eye. */
function sidesOf({ base, head }: ReportModel, isComparison: boolean): readonly ShownSide[] {
  if (base !== null && head !== null && isEqual(base.launch, head.launch)) {
    return [{ name: 'Base and head', side: head, other: null, Differing: 'ins' }];
  }
  return [
    ...(base === null ? [] : [{ name: 'Base', side: base, other: head, Differing: 'del' as const }]),
    ...(head === null
      ? []
      : [{ name: isComparison ? 'Head' : '', side: head, other: base, Differing: 'ins' as const }]),
  ];
}

function isEqual(one: Launch, other: Launch): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function LaunchPlan({
  side: { launch, topology },
  label,
  other,
  Differing,
}: Omit<ShownSide, 'name'> & { readonly label: string }) {
  const names = new Map(
    launch.workers.map(({ id }, index) => [id, shown(topology.workers[index]?.id ?? `at port ${id}`)]),
  );
  const otherLines =
    other === null ? null : new Set(other.launch.workers.flatMap(startLines).map(withoutContinuation));
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
      {workers.length === 0 ? (
        <p>No workers.</p>
      ) : (
        <WorkersTable workers={workers} names={names} label={label} />
      )}
      {workers.length < launch.workers.length ? (
        <p>
          {workers.length} of {quantity(launch.workers.length, 'worker')} listed.
        </p>
      ) : null}
      {groupEqualCommands(workers).map((group) => (
        <Command
          key={group[0]?.id}
          workers={group}
          names={names}
          label={label}
          otherLines={otherLines}
          Differing={Differing}
        />
      ))}
    </>
  );
}

function WorkersTable({
  workers,
  names,
  label,
}: {
  readonly workers: readonly LaunchWorker[];
  /** As the drawing has them, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly label: string;
}) {
  return (
    <TableRegion label={label}>
      <table>
        <caption class="unseen">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Worker, port</th>
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
              <th scope="row">
                {names.get(worker.id)}, {shown(worker.id)}
              </th>
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

function Command({
  workers,
  names,
  label,
  otherLines,
  Differing,
}: {
  /** Started alike. */
  readonly workers: readonly LaunchWorker[];
  readonly names: ReadonlyMap<string, string>;
  readonly label: string;
  /** Of all workers of the other side; null where there is nothing to compare with. */
  readonly otherLines: ReadonlySet<string> | null;
  readonly Differing: ShownSide['Differing'];
}) {
  const [first] = workers;
  if (first === undefined) return null;
  const name = workers.map(({ id }) => names.get(id)).join(', ');
  return (
    <div class="command">
      <p class="small">{name}</p>
      <pre role="region" aria-label={`${label}: command of ${name}`} tabIndex={0}>
        <code>
          {startLines(first).map((line, index) => {
            const text = `${line}\n`;
            return otherLines === null || otherLines.has(withoutContinuation(line)) ? (
              text
            ) : (
              <Differing key={index}>{text}</Differing>
            );
          })}
        </code>
      </pre>
    </div>
  );
}

/** The environment, one variable on a line, then the command. */
function startLines({ environment, argv }: LaunchWorker): readonly string[] {
  return [
    ...Object.entries(environment).map(([variable, value]) => `${shown(variable)}=${shown(value)}`),
    ...commandLines(argv, oneOptionEach),
  ];
}

/** An option is the same whether or not another one follows it. */
function withoutContinuation(line: string): string {
  return line.replace(/ \\$/, '');
}
