import * as z from 'zod/mini';
import { reportFormatVersion } from './report-format-version.ts';

const PositionSchema = z.strictObject({ line: z.int(), column: z.int() });
const RangeSchema = z.strictObject({ start: PositionSchema, end: PositionSchema });
const MessagePartSchema = z.strictObject({ kind: z.enum(['text', 'value']), text: z.string() });
const SeveritySchema = z.enum(['error', 'warning', 'info']);
const ScalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.number())]);

const TopologySummarySchema = z.strictObject({
  kind: z.nullable(z.string()),
  workers: z.int(),
  /** GPUs of one worker, or `all` visible ones. */
  gpusPerWorker: z.union([z.int(), z.literal('all')]),
  gpus: z.int(),
});

const TopologySchema = z.strictObject({
  label: z.string(),
  declared: TopologySummarySchema,
  effective: TopologySummarySchema,
  willStart: z.boolean(),
  framework: z.nullable(z.string()),
  split: z.strictObject({
    decidedBy: z.enum(['none', 'handler', 'framework', 'engine']),
    isAssumed: z.boolean(),
    stages: z.int(),
    shards: z.int(),
  }),
  workers: z.array(
    z.strictObject({
      id: z.string(),
      launcher: z.enum(['torchrun', 'python']),
      devices: z.array(z.int()),
      stages: z.int(),
      shards: z.int(),
      ranks: z.array(
        z.strictObject({
          id: z.string(),
          rank: z.int(),
          stage: z.int(),
          shard: z.int(),
          device: z.nullable(z.int()),
        }),
      ),
    }),
  ),
  /** Statements that rest on something unknown about the host. */
  assumptions: z.array(z.string()),
});

const SettingSchema = z.strictObject({
  key: z.string(),
  /** As written in the file; null when it is not there. */
  declared: z.nullable(z.string()),
  /** What TorchServe uses. */
  effective: ScalarSchema,
  origin: z.enum([
    'declared',
    'default',
    'coerced',
    'clamped',
    'ignored',
    'overridden',
    'from-config-properties',
  ]),
  cause: z.nullable(z.string()),
  isAssumed: z.boolean(),
  range: z.nullable(RangeSchema),
});

const LaunchSchema = z.strictObject({
  minWorkers: z.int(),
  maxWorkers: z.int(),
  device: z.enum(['cpu', 'gpu']),
  parallelLevel: z.int(),
  workers: z.array(
    z.strictObject({
      id: z.string(),
      launcher: z.enum(['torchrun', 'python']),
      argv: z.array(z.string()),
      environment: z.record(z.string(), z.string()),
      visibleDevices: z.nullable(z.array(z.int())),
      gpuId: z.nullable(z.int()),
      processCount: z.int(),
    }),
  ),
  /** Why the model, or a worker, never serves. */
  blockers: z.array(z.strictObject({ kind: z.string(), message: z.string() })),
});

const ModelSideSchema = z.strictObject({
  /** `loaded`; `no-config`: TorchServe goes on without the file; `fatal`: reading it stops the server; `unreadable`: we could not get the text. */
  outcome: z.enum(['loaded', 'no-config', 'fatal', 'unreadable']),
  /** Git blob or content id that the caller gave, or null. */
  sha: z.nullable(z.string()),
  topology: TopologySchema,
  settings: z.array(SettingSchema),
  launch: LaunchSchema,
});

const FindingSchema = z.strictObject({
  ruleId: z.string(),
  messageId: z.string(),
  severity: SeveritySchema,
  message: z.string(),
  messageParts: z.array(MessagePartSchema),
  suggestion: z.nullable(z.string()),
  suggestionParts: z.array(MessagePartSchema),
  /** `torchrun.nproc-per-node`; the root is the empty string. */
  configPath: z.string(),
  range: RangeSchema,
  isExactRange: z.boolean(),
  /** What mends it safely, in file order; null when it takes a person. `topodiff fix` makes these edits. */
  fix: z.nullable(
    z.strictObject({ edits: z.array(z.strictObject({ range: RangeSchema, text: z.string() })) }),
  ),
  /** The base side has the same finding already. */
  isInBase: z.boolean(),
  /** The team keeps the finding: by the policy, or by a comment in the file. Null when it does not. */
  acceptance: z.nullable(
    z.strictObject({
      by: z.enum(['policy', 'comment']),
      reason: z.string(),
      owner: z.nullable(z.string()),
      /** The last day on which it counts. */
      until: z.nullable(z.string()),
      /** `not-merged`: the comment is new in this pull request. Only what `counts` lowers anything. */
      state: z.enum(['counts', 'expired', 'not-merged']),
    }),
  ),
  /** It decides the conclusion: at or above the threshold, not accepted, and new where only new ones block. */
  isBlocking: z.boolean(),
  fingerprint: z.string(),
  helpUrl: z.nullable(z.string()),
});

const LocationSchema = z.strictObject({
  configPath: z.string(),
  range: RangeSchema,
  isExactRange: z.boolean(),
});

const ChangeSchema = z.strictObject({
  id: z.string(),
  impact: z.enum(['breaking', 'dangerous', 'non-breaking']),
  reason: z.string(),
  layer: z.enum(['frontend', 'process', 'framework', 'handler']),
  area: z.string(),
  action: z.enum(['added', 'removed', 'increased', 'decreased', 'changed']),
  message: z.string(),
  messageParts: z.array(MessagePartSchema),
  base: z.nullable(LocationSchema),
  head: z.nullable(LocationSchema),
  fingerprint: z.string(),
});

const TextHunkSchema = z.strictObject({
  baseStart: z.int(),
  baseLines: z.int(),
  headStart: z.int(),
  headLines: z.int(),
  /** Each line starts with ` `, `+`, `-`, or `\` for the remark that the line before it does not end. */
  lines: z.array(z.string()),
});

const ModelSchema = z.strictObject({
  path: z.string(),
  /** Path at base when the file was renamed. */
  previousPath: z.nullable(z.string()),
  status: z.enum(['added', 'removed', 'renamed', 'modified', 'unchanged']),
  /** The host pool of the policy that the file belongs to, or null. */
  pool: z.nullable(z.string()),
  /** Other files of the repository that changed and that this model depends on: why it is here when its own did not. */
  changedRelatedFiles: z.array(z.string()),
  /** Both labels in one: `tp 4 GPUs → pptp 8 GPUs`; equal labels once. */
  label: z.string(),
  base: z.nullable(ModelSideSchema),
  head: z.nullable(ModelSideSchema),
  /** Of the head side, in file order. */
  findings: z.array(FindingSchema),
  /** Findings of the base side that the head side no longer has. */
  resolvedFindings: z.array(FindingSchema),
  /** By layer, then impact (worst first), then place. */
  changes: z.array(ChangeSchema),
  textHunks: z.array(TextHunkSchema),
});

const BaseHeadSchema = z.strictObject({ base: z.int(), head: z.int() });

const RevisionSchema = z.strictObject({
  /** Branch, tag, file name: what people call it. */
  name: z.string(),
  sha: z.nullable(z.string()),
});

/**
 * The report's wire format. Everything that a surface shows is in here; nothing is looked up later.
 * Paths of files are repository-relative with `/`. Lines and columns are 1-based (columns in UTF-16 units).
 */
export const ReportSchema = z.strictObject({
  formatVersion: z.literal(reportFormatVersion),
  tool: z.strictObject({ name: z.literal('topodiff'), version: z.string() }),
  /** `neutral`: nothing relevant changed. */
  conclusion: z.enum(['success', 'failure', 'neutral']),
  /** One sentence each: why the conclusion is what it is. */
  reasons: z.array(z.string()),
  /** The stricter of what the caller and the policy ask for. */
  failOn: z.enum(['error', 'warning', 'info', 'never']),
  /** What the team lays down, and where it was read; null when there is no policy. */
  policy: z.nullable(
    z.strictObject({
      path: z.string(),
      revision: z.nullable(RevisionSchema),
      preset: z.enum(['recommended', 'strict']),
      isOnlyNew: z.boolean(),
    }),
  ),
  host: z.strictObject({
    gpus: z.nullable(z.int()),
    cpuCores: z.nullable(z.int()),
    entry: z.enum(['startup', 'register-api', 'snapshot']),
    torchserveVersion: z.string(),
    /** Path of the config.properties that was taken into account, or null. */
    configProperties: z.nullable(z.string()),
  }),
  /** Null when one side only was read (`topodiff check`): base is then null on every model and the fleet's base equals its head. */
  comparison: z.nullable(
    z.strictObject({
      base: RevisionSchema,
      head: RevisionSchema,
      /** How far the base branch has moved on since base; null when that is not known. */
      drift: z.nullable(
        z.strictObject({
          tip: RevisionSchema,
          commits: z.int(),
          /** Models of this report whose file differs between base and the tip. */
          models: z.array(z.string()),
        }),
      ),
    }),
  ),
  fleet: z.strictObject({
    /** Whether the totals count all models of the repository, or those of this report alone. */
    scope: z.enum(['report', 'repository']),
    /** GPUs that TorchServe will really use. */
    gpus: BaseHeadSchema,
    declaredGpus: BaseHeadSchema,
    /** Some of the totals rest on an assumption about the host. */
    isAssumed: z.boolean(),
    /** Of them, models that are not in `models` because nothing changes for them. */
    untouched: z.strictObject({ models: z.int(), gpus: z.int(), declaredGpus: z.int() }),
    /** By host pool of the policy; null is the name of the host of models that no pool names. */
    pools: z.array(
      z.strictObject({
        name: z.nullable(z.string()),
        hostGpus: z.nullable(z.int()),
        gpuMemoryGib: z.nullable(z.number()),
        torchserveVersion: z.string(),
        configProperties: z.nullable(z.string()),
        models: BaseHeadSchema,
        gpus: BaseHeadSchema,
        declaredGpus: BaseHeadSchema,
      }),
    ),
    budgets: z.array(
      z.strictObject({
        name: z.string(),
        limit: z.int(),
        gpus: BaseHeadSchema,
        isExceeded: z.boolean(),
        isBlocking: z.boolean(),
        /** The models that make the difference, the largest growth first. */
        models: z.array(z.strictObject({ path: z.string(), base: z.int(), head: z.int() })),
      }),
    ),
    cost: z.nullable(
      z.strictObject({
        currency: z.string(),
        /** In units of the currency, rounded to hundredths; 730 hours a month. */
        perMonth: z.strictObject({ base: z.number(), head: z.number() }),
        /** Models that use GPUs for which the policy has no price. */
        unpricedModels: z.int(),
      }),
    ),
  }),
  /** Changes that the policy wants somebody to approve; null when it wants none. */
  approvals: z.nullable(
    z.strictObject({
      state: z.enum(['not-needed', 'pending', 'approved']),
      /** The status that tells the state binds nobody with write access. */
      isAdvisory: z.boolean(),
      /** Who may approve, as the policy has it. */
      rules: z.strictObject({
        /** Whoever has at least this permission may approve; null: nobody by permission alone. */
        permission: z.nullable(z.enum(['read', 'triage', 'write', 'maintain', 'admin'])),
        users: z.array(z.string()),
        /** `org/team` */
        teams: z.array(z.string()),
        isAuthorAllowed: z.boolean(),
      }),
      required: z.array(
        z.strictObject({
          fingerprint: z.string(),
          path: z.string(),
          label: z.string(),
          kinds: z.array(z.enum(['topology-change', 'more-gpus', 'will-not-start'])),
          gpus: BaseHeadSchema,
          approval: z.nullable(
            z.strictObject({
              by: z.string(),
              via: z.enum(['comment', 'review', 'dashboard']),
              /** ISO 8601 in UTC. */
              at: z.string(),
              reason: z.string(),
              url: z.nullable(z.string()),
            }),
          ),
        }),
      ),
      /** Approvals that do not count, each with the reason. */
      refused: z.array(
        z.strictObject({
          by: z.string(),
          at: z.string(),
          fingerprint: z.nullable(z.string()),
          reason: z.string(),
          url: z.nullable(z.string()),
        }),
      ),
      /** What could not be found out about approvals, one sentence each. */
      remarks: z.array(z.string()),
    }),
  ),
  /** Worst first: what blocks, then by worst change, worst finding and path. Models that share a host: in load order. */
  models: z.array(ModelSchema),
  /** Files that were looked at and left out, each with its reason. */
  skipped: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  /** What could not be done or is not certain about this report as a whole: one sentence each. */
  notices: z.array(
    z.strictObject({
      code: z.string(),
      severity: SeveritySchema,
      message: z.string(),
      path: z.nullable(z.string()),
    }),
  ),
});

/** One review, as every surface shows it and as its JSON has it. */
export type Report = z.infer<typeof ReportSchema>;
/** One model: both sides, and what is found and changes between them. */
export type ReportModel = Report['models'][number];
/** A model as one side has it: what TorchServe makes of its settings. */
export type ReportModelSide = NonNullable<ReportModel['head']>;
/** A finding with its place at head, and whether it blocks. */
export type ReportFinding = ReportModel['findings'][number];
/** A change of what TorchServe does, with its places on both sides. */
export type ReportChange = ReportModel['changes'][number];
/** What the reader must know of the report as a whole, or of one path in it. */
export type ReportNotice = Report['notices'][number];
/** A stretch of a file: lines and columns count from 1, columns in UTF-16 code units; `end` is behind its last character. */
export type ReportRange = ReportFinding['range'];
/** What a review ends with, in GitHub's words. */
export type Conclusion = Report['conclusion'];
/** The least severity that makes a review fail. */
export type FailOn = Report['failOn'];
