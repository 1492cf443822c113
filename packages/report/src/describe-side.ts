import { describeBlocker } from '@topodiff/diff';
import { formatConfigPath, joinMessage, type ModelConfigDocument, type SourceRange } from '@topodiff/schema';
import type { FrontendSettings, ModelLaunch, Setting, Topology } from '@topodiff/topology';
import type { ReportModelSide, ReportRange } from './report.ts';
import type { SideReview } from './read-side.ts';
import { shortenText } from './shorten-text.ts';

type ReportSetting = ReportModelSide['settings'][number];

/** One side in the report's format. */
export function describeSide({ configuration, sha }: SideReview): ReportModelSide {
  if (configuration === null) return { ...unreadableSide, sha };
  const { document, effective, launch, topology } = configuration;
  return {
    outcome: effective.outcome,
    sha,
    topology: describeTopologySide(topology),
    settings: listSettings(effective.settings).map((setting) => describeSetting(setting, document)),
    launch: describeLaunch(launch),
  };
}

/** Line and column without offsets: what reports and their readers use. */
export function describeRange({ start, end }: SourceRange): ReportRange {
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}

const nothing = { kind: null, workers: 0, gpusPerWorker: 0, gpus: 0 };

const unreadableSide: ReportModelSide = {
  outcome: 'unreadable',
  sha: null,
  topology: {
    label: 'not reviewed',
    declared: nothing,
    effective: nothing,
    willStart: false,
    framework: null,
    split: { decidedBy: 'none', isAssumed: true, stages: 0, shards: 0 },
    workers: [],
    assumptions: [],
  },
  settings: [],
  launch: { minWorkers: 0, maxWorkers: 0, device: 'cpu', parallelLevel: 0, workers: [], blockers: [] },
};

function describeTopologySide(topology: Topology): ReportModelSide['topology'] {
  const { label, declared, effective, willStart, framework, split, workers, assumptions } = topology;
  return {
    label,
    declared: { ...declared },
    effective: { ...effective },
    willStart,
    framework,
    split: { ...split },
    workers: workers.map(({ id, launcher, devices, stages, shards, ranks }) => ({
      id,
      launcher,
      devices: [...devices],
      stages,
      shards,
      ranks: ranks.map((rank) => ({ ...rank })),
    })),
    assumptions: [...assumptions],
  };
}

function describeLaunch(launch: ModelLaunch): ReportModelSide['launch'] {
  return {
    minWorkers: launch.minWorkers,
    maxWorkers: launch.maxWorkers,
    device: launch.device,
    parallelLevel: launch.parallelLevel,
    workers: launch.workers.map((worker) => ({
      id: worker.id,
      launcher: worker.launcher,
      argv: worker.argv.map(shortenText),
      environment: Object.fromEntries(
        Object.entries(worker.environment).map(([name, value]) => [name, shortenText(value)]),
      ),
      visibleDevices: worker.visibleDevices === null ? null : [...worker.visibleDevices],
      gpuId: worker.gpuId,
      processCount: worker.processCount,
    })),
    blockers: launch.blockers.map((blocker) => ({
      kind: blocker.kind,
      message: joinMessage(describeBlocker(blocker)),
    })),
  };
}

/** Every setting, torchrun's own after the others. */
function listSettings({ torchrun, ...settings }: FrontendSettings): readonly Setting<unknown>[] {
  return [
    ...Object.values(settings),
    ...(torchrun === null ? [] : Object.values<Setting<unknown>>({ ...torchrun })),
  ];
}

function describeSetting(setting: Setting<unknown>, document: ModelConfigDocument): ReportSetting {
  const { declared, origin, cause, isAssumed, path } = setting;
  return {
    key: formatConfigPath(path),
    declared: declared === undefined ? null : shortenText(declared.source),
    effective: describeValue(setting.value),
    origin,
    cause: cause ?? null,
    isAssumed,
    range: declared === undefined ? null : describeRange(document.rangeOf(path, 'value').range),
  };
}

function describeValue(value: unknown): ReportSetting['effective'] {
  if (typeof value === 'string') return shortenText(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.filter((item): item is number => typeof item === 'number');
  throw new Error('A setting has a value that the report cannot hold');
}
