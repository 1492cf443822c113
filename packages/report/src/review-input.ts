import type { ArchiveContext } from '@topodiff/rules';
import type { HostProfile } from '@topodiff/topology';
import type { AppliedPolicy } from './policy/applied-policy.ts';
import type { PolicyOutcome } from './policy/read-policy.ts';
import type { FailOn } from './report.ts';

/** A file's content as the caller got it. What could not be read is a value, and becomes a finding. */
export type SourceText =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Bytes were not valid UTF-8 and were replaced by U+FFFD. */
      readonly hasInvalidUtf8?: boolean;
      /** Git blob id, when known. */
      readonly sha?: string;
    }
  | {
      readonly kind: 'unreadable';
      readonly reason:
        | 'symlink'
        | 'directory'
        | 'not-a-file'
        | 'submodule'
        | 'lfs-pointer'
        | 'too-large'
        | 'missing'
        | 'permission'
        | 'failed';
      /** One clause for people: the link's target, the size, the system's message. */
      readonly detail: string;
      readonly sha?: string;
    };

/** What the archive around a configuration says. */
export interface ArchiveInput extends ArchiveContext {
  readonly manifest: ArchiveContext['manifest'] & { readonly modelVersion: string | null };
}

/** One model-config file on both sides; a side is null where the file does not exist. */
export interface ModelInput {
  readonly path: string;
  /** Path at base when the file was renamed. */
  readonly previousPath?: string;
  readonly base: SourceText | null;
  readonly head: SourceText | null;
  /** What the live tip of the base branch holds, where it is not what base holds: approvals count for it. */
  readonly baseTip?: SourceText | null;
  /** Named by a person (command line): read even when it does not look like a model-config. */
  readonly isExplicit: boolean;
  /** Texts that the configuration refers to, by the path written in it. */
  readonly relatedFiles?: {
    readonly base: ReadonlyMap<string, string | null>;
    readonly head: ReadonlyMap<string, string | null>;
  };
  /** By side, for a configuration out of an archive: which file counts, and the model's name, come from its manifest. */
  readonly archives?: { readonly base: ArchiveInput | null; readonly head: ArchiveInput | null };
}

/** A commit and what people call it. */
export interface RevisionInput {
  readonly name: string;
  readonly sha?: string;
}

/** What the team lays down, and what this review would change of it. */
export interface PolicyInput {
  readonly applied: AppliedPolicy;
  readonly path: string;
  /** Where it was read. */
  readonly revision?: RevisionInput;
}

/** What loading could not do or must not keep to itself: one sentence, about a path or the review as a whole. */
export interface NoticeInput {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly path?: string;
}

/** All that a review depends on: the same input gives the same report. */
export interface ReviewInput {
  readonly toolVersion: string;
  /** The day of the review, `2026-11-27`: what is accepted until a day before it counts no more. */
  readonly today: string;
  readonly failOn: FailOn;
  readonly policy?: PolicyInput;
  /** Where the policy lies, when it is not the usual place. */
  readonly policyPath?: string;
  /** There is one where it counts, and it cannot be applied. */
  readonly isPolicyBroken?: boolean;
  /** The policy that the head would bring, where it is another one: it decides nothing and is only reported. */
  readonly proposedPolicy?: PolicyOutcome | { readonly kind: 'removed' };
  /** Texts of the config.properties files that pools and the host name, by path; null where there is none. */
  readonly configProperties?: ReadonlyMap<
    string,
    { readonly base: string | null; readonly head: string | null }
  >;
  /** By which the fingerprints of approvals are told from those of other repositories. */
  readonly repositoryId?: string;
  /** All other models of the repository, equal on both sides, for the totals; one whose host or related files change is reviewed. */
  readonly untouchedModels?: readonly ModelInput[];
  readonly host: HostProfile;
  /** Where the base side differs, because its config.properties does; default: `host`. */
  readonly baseHost?: HostProfile;
  /** For display: where the config.properties came from. */
  readonly configPropertiesPath?: string;
  /** Omitted when one side only is read; every model's base is then null. */
  readonly comparison?: {
    readonly base: RevisionInput;
    readonly head: RevisionInput;
    /** The live tip of the base branch, and how many commits it is ahead of base. */
    readonly drift?: { readonly tip: RevisionInput; readonly commits: number };
  };
  readonly models: readonly ModelInput[];
  /** The heads are served together by one host, loaded in this order; default: each model has a host of its own. */
  readonly sharesHost?: boolean;
  readonly skipped?: readonly { readonly path: string; readonly reason: string }[];
  readonly notices?: readonly NoticeInput[];
}
