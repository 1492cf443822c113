import type { AppliedPolicy } from '../policy/applied-policy.ts';
import type { HostFinder } from '../policy/host-of-model.ts';
import type { FailOn, Report } from '../report.ts';
import type { ModelMeasure } from './measure-model.ts';

type Fleet = Report['fleet'];
type BaseHead = Fleet['gpus'];

/** Hours that a month counts, as clouds reckon: 365 days in 12 months. */
const hoursPerMonth = 730;

/** What the totals are made of. */
export interface FleetParts {
  /** Models of the report. */
  readonly listed: readonly ModelMeasure[];
  /** Models of the repository that the review leaves alone; null when nobody looked for them. */
  readonly untouched: readonly ModelMeasure[] | null;
  readonly policy: AppliedPolicy | null;
  readonly hosts: HostFinder;
  readonly isComparison: boolean;
  readonly failOn: FailOn;
}

/**
 * GPUs before and after, in all, by pool and against the budgets, and what they cost. Without a comparison base equals
 * head. A file that was not read counts none, as an assumption.
 */
export function sumFleet({ listed, untouched, policy, hosts, isComparison, failOn }: FleetParts): Fleet {
  const models = [...listed, ...(untouched ?? [])].map((model) =>
    isComparison ? model : { ...model, basePath: model.path, base: model.head },
  );
  const rest = untouched ?? [];
  return {
    scope: untouched === null ? 'report' : 'repository',
    gpus: sum(models, 'gpus'),
    declaredGpus: sum(models, 'declaredGpus'),
    isAssumed: models.some(({ base, head }) => base?.isAssumed === true || head?.isAssumed === true),
    untouched: {
      models: rest.length,
      gpus: sum(rest, 'gpus').head,
      declaredGpus: sum(rest, 'declaredGpus').head,
    },
    pools: policy === null ? [] : describePools(models, policy, hosts),
    budgets: policy === null ? [] : describeBudgets(models, policy, failOn),
    cost: policy === null ? null : describeCost(models, policy, hosts),
  };
}

function sum(models: readonly Pick<ModelMeasure, 'base' | 'head'>[], key: 'gpus' | 'declaredGpus'): BaseHead {
  const total = (side: 'base' | 'head') =>
    models.reduce((count, model) => count + (model[side]?.[key] ?? 0), 0);
  return { base: total('base'), head: total('head') };
}

function describePools(
  models: readonly ModelMeasure[],
  { policy }: AppliedPolicy,
  hosts: HostFinder,
): Fleet['pools'] {
  const placed = models.map((model) => ({
    model,
    base: hosts.poolOf(model.basePath),
    head: hosts.poolOf(model.path),
  }));
  return [...policy.pools, null].flatMap((pool) => {
    const members = placed
      .filter(({ base, head }) => base === pool || head === pool)
      .map(({ model, base, head }) => ({
        path: head === pool ? model.path : model.basePath,
        base: base === pool ? model.base : null,
        head: head === pool ? model.head : null,
      }));
    const [first] = members;
    if (first === undefined) return [];
    const host = hosts.hostOf(first.path, 'head');
    return [
      {
        name: pool?.name ?? null,
        hostGpus: host.gpus === 'unknown' ? null : host.gpus,
        gpuMemoryGib: pool?.gpuMemoryGib ?? null,
        torchserveVersion: host.torchserveVersion,
        configProperties: pool?.configProperties ?? null,
        models: {
          base: members.filter(({ base }) => base !== null).length,
          head: members.filter(({ head }) => head !== null).length,
        },
        gpus: sum(members, 'gpus'),
        declaredGpus: sum(members, 'declaredGpus'),
      },
    ];
  });
}

function describeBudgets(
  models: readonly ModelMeasure[],
  { budgets }: AppliedPolicy,
  failOn: FailOn,
): Fleet['budgets'] {
  return budgets.map((budget) => {
    const { name, gpus: limit } = budget;
    const covered = models.map(({ path, basePath, base, head }) => ({
      path,
      base: budget.covers(basePath) ? base : null,
      head: budget.covers(path) ? head : null,
    }));
    const gpus = sum(covered, 'gpus');
    const isExceeded = gpus.head > limit;
    return {
      name,
      limit,
      gpus,
      isExceeded,
      // What a pull request does not make worse is not its fault.
      isBlocking: isExceeded && gpus.head > gpus.base && failOn !== 'never',
      models: covered
        .map(({ path, base, head }) => ({ path, base: base?.gpus ?? 0, head: head?.gpus ?? 0 }))
        .filter(({ base, head }) => base !== head)
        .sort((a, b) => b.head - b.base - (a.head - a.base) || (a.path < b.path ? -1 : 1)),
    };
  });
}

function describeCost(
  models: readonly ModelMeasure[],
  { policy }: AppliedPolicy,
  hosts: HostFinder,
): Fleet['cost'] {
  const priceAt = (path: string) => hosts.poolOf(path)?.pricePerGpuHour ?? policy.pricePerGpuHour;
  const priced = models.map(({ path, basePath, base, head }) => {
    const atHead = priceAt(path);
    const atBase = basePath === path ? atHead : priceAt(basePath);
    return {
      base: { gpus: base?.gpus ?? 0, price: atBase },
      head: { gpus: head?.gpus ?? 0, price: atHead },
    };
  });
  if (priced.every(({ base, head }) => base.price === undefined && head.price === undefined)) return null;
  const total = (side: 'base' | 'head') => {
    const cost = priced.reduce((sum, model) => sum + model[side].gpus * (model[side].price ?? 0), 0);
    return Math.round(cost * hoursPerMonth * 100) / 100;
  };
  return {
    currency: policy.currency,
    perMonth: { base: total('base'), head: total('head') },
    unpricedModels: priced.filter((model) =>
      Object.values(model).some(({ gpus, price }) => price === undefined && gpus > 0),
    ).length,
  };
}
