import { isAtLeast } from '@topodiff/schema';
import { countGpus } from '../effective-config/count-gpus.ts';
import type { HostProfile } from '../host-profile.ts';
import { behavioursOf } from '../torchserve-behaviours.ts';
import { createDeviceAssigner } from './assign-devices.ts';
import type { DeviceAssigner, DeviceAssignment } from './assign-devices.ts';
import { findBlockers } from './find-blockers.ts';
import type { LaunchBlocker, LaunchPlan, ModelLaunch, PlannedModel, WorkerLaunch } from './launch-plan.ts';
import { launcherOf, workerCommand } from './worker-command.ts';

/** Workers that a plan lists for one model; a number above it is a mistake, and counted in `unlistedWorkers`. */
const mostListedWorkers = 1024;

const defaultWorkerPort = 9000;
const defaultDistributionPort = 29500;

/** What one TorchServe process counts over all its models. */
interface ServerCounters {
  readonly devices: DeviceAssigner;
  workerPort: number;
  distributionPort: number;
}

/**
 * Plans what TorchServe starts on a host: for each model its workers with command, environment, devices and ports, or why
 * it never serves. `models` stand in load order, which decides GPUs and ports: `--models` and `load_models` load one model
 * after the other as listed, `load_models=all` in the order of the directory. Each `effective` must have been resolved
 * for the same `host`. Never throws for any configuration.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/WorkLoadManager.java `addThreads` (205-290),
 * ModelServer.java `initModelStore` and `main` (exceptions end the server), for a first start.
 * Not imitated: scaling, restarts, ports that are taken, and sockets (`<tmp>/.ts.sock.<port>` replaces the port on Linux).
 */
export function planLaunch(models: readonly PlannedModel[], host: HostProfile): LaunchPlan {
  const counters: ServerCounters = {
    devices: createDeviceAssigner(countGpus(host), behavioursOf(host.torchserveVersion).gpuCounter),
    workerPort: host.configProperties?.initialWorkerPort ?? defaultWorkerPort,
    distributionPort: host.configProperties?.initialDistributionPort ?? defaultDistributionPort,
  };
  const blockersByModel = models.map(({ effective, isConfigFileMissing }) =>
    findBlockers(effective, isConfigFileMissing ?? false),
  );
  const serverStarts = !stopsAtProperties(host) && !blockersByModel.some(stopsServer);
  return {
    serverStarts,
    models: models.map((model, index) => {
      const blockers = blockersByModel[index] ?? [];
      if (serverStarts) return planModel(model, blockers, counters);
      // A fault of config.properties or of another model takes this one down as well.
      return planNoWorkers(model, stopsServer(blockers) ? blockers : [{ kind: 'server-exits' }, ...blockers]);
    }),
  };
}

/** TorchServe does not start with numbers, escapes or a models JSON that it cannot parse. */
function stopsAtProperties({ configProperties, torchserveVersion }: HostProfile): boolean {
  return (configProperties?.problems ?? []).some(
    ({ stopsSince }) => stopsSince !== undefined && isAtLeast(torchserveVersion, stopsSince),
  );
}

function stopsServer(blockers: readonly LaunchBlocker[]): boolean {
  return blockers.some(({ kind }) => kind === 'server-exits');
}

function planModel(
  model: PlannedModel,
  blockers: readonly LaunchBlocker[],
  counters: ServerCounters,
): ModelLaunch {
  const { effective } = model;
  if (blockers.some(({ kind }) => kind === 'registration-fails')) return planNoWorkers(model, blockers);
  const { settings } = effective;
  const count = Math.max(0, settings.minWorkers.value);
  const listed = Math.min(count, mostListedWorkers);
  const deviceIds = settings.deviceIds.value;
  const parallelLevel = settings.parallelLevel.value;
  const devices =
    settings.deviceType.value === 'GPU' ? counters.devices.forModel({ deviceIds, parallelLevel }) : null;
  const workers = Array.from({ length: listed }, () =>
    startWorker(model, takePort(counters, parallelLevel, 1), devices?.next() ?? null),
  );
  devices?.skip(count - listed);
  takePort(counters, parallelLevel, count - listed);
  return {
    ...describeModel(model, blockers),
    isRegistered: true,
    minWorkers: settings.minWorkers.value,
    maxWorkers: settings.maxWorkers.value,
    workers,
    unlistedWorkers: count - listed,
  };
}

function planNoWorkers(model: PlannedModel, blockers: readonly LaunchBlocker[]): ModelLaunch {
  return {
    ...describeModel(model, blockers),
    isRegistered: false,
    minWorkers: 0,
    maxWorkers: 0,
    workers: [],
    unlistedWorkers: 0,
  };
}

function describeModel({ name, effective }: PlannedModel, blockers: readonly LaunchBlocker[]) {
  const { settings } = effective;
  return {
    modelName: name,
    effective,
    device: settings.deviceType.value === 'GPU' ? 'gpu' : 'cpu',
    parallelLevel: settings.parallelLevel.value,
    wantedWorkers: Math.max(0, effective.wantedWorkers),
    blockers,
    assumptions: effective.assumptions,
  } as const;
}

function startWorker(
  { name, effective }: PlannedModel,
  port: number,
  assignment: DeviceAssignment | null,
): WorkerLaunch {
  const command = workerCommand(effective, {
    modelName: name,
    port,
    visibleDevices: assignment?.visibleDevices ?? null,
  });
  return {
    id: String(port),
    port,
    gpuId: assignment?.gpuId ?? null,
    launcher: command?.launcher ?? launcherOf(effective),
    argv: command?.argv ?? [],
    environment: command?.environment ?? {},
    visibleDevices: command === null ? null : (assignment?.visibleDevices ?? null),
    processCount: command?.processCount ?? 0,
    devices: assignment?.devices ?? [],
  };
}

/** The port of the next worker, after which `workers` ports (of a parallel model `parallelLevel` each) are taken. */
function takePort(counters: ServerCounters, parallelLevel: number, workers: number): number {
  if (parallelLevel > 0) {
    const port = counters.distributionPort;
    counters.distributionPort += parallelLevel * workers;
    return port;
  }
  const port = counters.workerPort;
  counters.workerPort += workers;
  return port;
}
