import type {
  ConfigPath,
  MessageParams,
  ModelConfigDocument,
  SourceRange,
  TorchserveVersion,
  UpstreamReference,
} from '@topodiff/schema';
import type { EffectiveConfig, HostProfile, LaunchPlan, ModelLaunch, Topology } from '@topodiff/topology';
import type { Severity } from './finding.ts';
import type { FixEdit } from './fix/fix-edit.ts';

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
    /** The one file that TorchServe reads as the model's configuration; null: none, whatever the archive holds. */
    readonly configFile: string | null;
    /** `vllm_handler`, `handler.py`, `handler:handle`. */
    readonly handler: string | null;
    readonly runtime: string | null;
    readonly serializedFile: string | null;
  };
  /** Paths inside the archive, with `/`, sorted. */
  readonly fileNames: readonly string[];
  /** Path of the model-config.yaml that was found; null when there is none. It is not read when the manifest names another. */
  readonly foundConfigFile: string | null;
}

/** What a rule may need beside the file. The TorchServe version is always known. */
export type RuleInput = 'host' | 'config.properties' | 'related-files' | 'archive' | 'deployment';

/** The stages of the pipeline that a rule may read; each one includes those before it. */
export interface RuleContexts {
  document: { readonly document: ModelConfigDocument };
  'effective-config': RuleContexts['document'] & {
    readonly effective: EffectiveConfig;
    readonly host: HostProfile;
    /** For rules that say more when it is there, and something without it; the others name it in `needs`. */
    readonly relatedFiles?: RelatedFiles | undefined;
    readonly archive?: ArchiveContext | undefined;
    /** Only when several models share the host. */
    readonly deployment?: LaunchPlan | undefined;
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
  /** Only of a rule that is `fixable`: edits that make the file say what was meant, or what happens already. */
  readonly fix?: readonly FixEdit[];
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
  /** What beside the file decides whether, or what, the rule says; see `RuleInput`. Default: nothing. */
  readonly inputs?: readonly RuleInput[];
  /** The TorchServe versions on which the rule runs; default: all. Both ends belong to it. */
  readonly versions?: { readonly since?: TorchserveVersion; readonly until?: TorchserveVersion };
  /** Some of its findings carry a safe fix, which `topodiff fix` applies without asking. */
  readonly fixable?: true;
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
