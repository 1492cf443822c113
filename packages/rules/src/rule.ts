import type {
  ConfigPath,
  MessageParams,
  ModelConfigDocument,
  SourceRange,
  UpstreamReference,
} from '@topodiff/schema';
import type { EffectiveConfig, HostProfile, LaunchPlan, ModelLaunch, Topology } from '@topodiff/topology';
import type { Severity } from './finding.ts';

/** What part of the configuration a rule is about. */
export type Area =
  | 'file'
  | 'workers'
  | 'batching'
  | 'devices'
  | 'parallelism'
  | 'launcher'
  | 'timeouts'
  | 'queue'
  | 'framework'
  | 'handler';

export type Preset = 'recommended' | 'strict';

/** Texts that the configuration refers to, by the path written there (`ds-config.json`); null when the file is not there. */
export type RelatedFiles = ReadonlyMap<string, string | null>;

/** What a model archive says beside its configuration. */
export interface ArchiveContext {
  readonly manifest: {
    readonly modelName: string | null;
    readonly configFile: string | null;
    readonly handler: string | null;
    readonly runtime: string | null;
    readonly serializedFile: string | null;
  };
  readonly fileNames: readonly string[];
}

/** The stages of the pipeline that a rule may read; each one includes those before it. */
export interface RuleContexts {
  document: { readonly document: ModelConfigDocument };
  'effective-config': RuleContexts['document'] & {
    readonly effective: EffectiveConfig;
    readonly host: HostProfile;
  };
  'launch-plan': RuleContexts['effective-config'] & {
    readonly launch: ModelLaunch;
    readonly topology: Topology;
  };
  'related-files': RuleContexts['launch-plan'] & { readonly relatedFiles: RelatedFiles };
  archive: RuleContexts['launch-plan'] & { readonly archive: ArchiveContext };
  deployment: RuleContexts['launch-plan'] & { readonly deployment: LaunchPlan };
}

export type RuleNeeds = keyof RuleContexts;

/** What is known of one configuration: the more there is, the more rules can run. */
export interface AvailableContexts {
  readonly document: ModelConfigDocument;
  readonly effective?: EffectiveConfig | undefined;
  readonly host?: HostProfile | undefined;
  readonly launch?: ModelLaunch | undefined;
  readonly topology?: Topology | undefined;
  readonly relatedFiles?: RelatedFiles | undefined;
  readonly archive?: ArchiveContext | undefined;
  readonly deployment?: LaunchPlan | undefined;
}

/** What a check returns: the place as a path, never as text or line. */
export interface FindingDraft<MessageId extends string = string> {
  readonly messageId: MessageId;
  readonly at: ConfigPath;
  /** Point at the key instead of the value. Default: `value`, or `key` when the value is a collection. */
  readonly target?: 'key' | 'value';
  /** Overrides the range that `at` resolves to, for what has no path (a syntax error, a duplicate's loser). */
  readonly range?: SourceRange;
  readonly params?: MessageParams;
}

/** One rule: metadata first, then the check. See docs/contributing/adding-a-rule.md. */
export interface Rule<Needs extends RuleNeeds = RuleNeeds, MessageId extends string = string> {
  /** The folder's name; never reused. */
  readonly id: string;
  /** `Require …`, `Disallow …` or `Enforce …`, without a full stop. */
  readonly description: string;
  /** Why it matters: what TorchServe does, in one or two sentences. */
  readonly rationale: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly presets: readonly Preset[];
  readonly needs: Needs;
  /** How sure the behaviour is: seen on the real program, read in its source, or its documentation's advice. */
  readonly evidence: readonly ('observed' | 'parser-observed' | 'source' | 'documentation' | 'unverified')[];
  /** Where TorchServe does it; empty only for advice that its documentation alone gives. */
  readonly upstream: readonly UpstreamReference[];
  /** Issues of pytorch/serve in which users met it. */
  readonly upstreamIssues?: readonly number[];
  /** By message id: what is wrong. */
  readonly messages: Readonly<Record<MessageId, string>>;
  /** By message id: what to do. */
  readonly suggestions?: Readonly<Partial<Record<MessageId, string>>>;
  /** When not to use it, for the docs page. */
  readonly whenNotToUse?: string;
  check(context: RuleContexts[Needs]): readonly FindingDraft<MessageId>[];
}

/** Defines a rule and keeps its literal types. */
export function defineRule<Needs extends RuleNeeds, MessageId extends string>(
  rule: Rule<Needs, MessageId>,
): Rule<Needs, MessageId> {
  return rule;
}
