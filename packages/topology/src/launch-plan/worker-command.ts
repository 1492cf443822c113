import type { EffectiveConfig, TorchrunSettings } from '../effective-config/effective-config.ts';
import { behavioursOf } from '../torchserve-behaviours.ts';
import type { Launcher } from './launch-plan.ts';

/** How the process of a worker is started. */
export interface WorkerCommand {
  readonly launcher: Launcher;
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly processCount: number;
}

/** One worker, as far as its command needs it. */
export interface WorkerToStart {
  readonly modelName: string;
  readonly port: number;
  /** Null = TorchServe sets no variable for it. */
  readonly visibleDevices: readonly number[] | null;
}

/**
 * The command of one worker up to the worker script, with the environment that TorchServe adds; null when putting it
 * together throws, so that no process ever starts (the plan then holds the blocker that says why).
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/WorkerLifeCycle.java `startWorkerPython` and `attachRunner`
 * (133-146, 293-324) and util/messages/EnvironmentUtils.java `getPythonRunTime`.
 * Not imitated: the CPU launcher (`cpu_launcher_enable`), the script's own arguments (socket, metrics file, `--async`),
 * the C++ backend, and the Intel and AMD variables of master (torchrun workers get CUDA_VISIBLE_DEVICES there too).
 */
export function workerCommand(effective: EffectiveConfig, worker: WorkerToStart): WorkerCommand | null {
  const { parallelLevel, parallelType, torchrun } = effective.settings;
  if (parallelLevel.value === 0) {
    return { launcher: 'python', argv: [pythonOf(effective)], environment: {}, processCount: 1 };
  }
  const visible = worker.visibleDevices === null ? undefined : worker.visibleDevices.join(',');
  if (parallelType.value === 'CUSTOM') {
    if (visible === undefined) {
      return { launcher: 'python', argv: [pythonOf(effective)], environment: {}, processCount: 1 };
    }
    if (!behavioursOf(effective.host.torchserveVersion).startsCustomWorkersOnGpu) return null;
    return {
      launcher: 'python',
      argv: [pythonOf(effective)],
      environment: { CUDA_VISIBLE_DEVICES: visible },
      processCount: 1,
    };
  }
  if (torchrun === null) return null;
  return {
    launcher: 'torchrun',
    argv: torchrunArgv(effective, torchrun, worker),
    environment: {
      LOGLEVEL: 'INFO',
      ...(visible === undefined ? {} : { CUDA_VISIBLE_DEVICES: visible }),
      OMP_NUM_THREADS: String(torchrun.ompNumberThreads.value),
    },
    processCount: torchrun.nprocPerNode.value,
  };
}

/** The launcher that a model's workers have, or would have had. */
export function launcherOf(effective: EffectiveConfig): Launcher {
  const { parallelLevel, parallelType } = effective.settings;
  return parallelLevel.value > 0 && parallelType.value !== 'CUSTOM' ? 'torchrun' : 'python';
}

function torchrunArgv(
  effective: EffectiveConfig,
  torchrun: TorchrunSettings,
  { modelName, port }: WorkerToStart,
): readonly string[] {
  const behaviours = behavioursOf(effective.host.torchserveVersion);
  const endpoint =
    torchrun.rdzvEndpoint.value ?? (behaviours.defaultRdzvEndpoint === 'none' ? null : `localhost:${port}`);
  const isEarly = behaviours.torchrunOptions === 'underscores-and-max-restarts';
  const option = (name: string): string => `--${isEarly ? name.replaceAll('-', '_') : name}`;
  return [
    'torchrun',
    option('nnodes'),
    String(torchrun.nnodes.value),
    option('nproc-per-node'),
    String(torchrun.nprocPerNode.value),
    ...(isEarly && torchrun.maxRestarts !== undefined
      ? [option('max-restarts'), String(torchrun.maxRestarts.value)]
      : []),
    option('log-dir'),
    '$LOG_LOCATION/torchelastic_ts',
    option('rdzv-backend'),
    torchrun.rdzvBackend.value,
    ...(endpoint === null ? [] : [option('rdzv-endpoint'), endpoint]),
    option('rdzv-id'),
    `${modelName}_${port}`,
    '--max-restarts',
    '1',
  ];
}

/** The virtual environment is used only when the manifest's runtime is `python`, which is what the archiver writes. */
function pythonOf(effective: EffectiveConfig): string {
  return effective.settings.useVenv.value ? '$MODEL_DIR/venv/bin/python' : 'python';
}
