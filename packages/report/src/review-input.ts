import type { ArchiveContext } from '@topodiff/rules';
import type { HostProfile } from '@topodiff/topology';
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

export interface ReviewInput {
  readonly toolVersion: string;
  readonly failOn: FailOn;
  readonly host: HostProfile;
  /** Where the base side differs, because its config.properties does; default: `host`. */
  readonly baseHost?: HostProfile;
  /** For display: where the config.properties came from. */
  readonly configPropertiesPath?: string;
  /** Omitted when one side only is read; every model's base is then null. */
  readonly comparison?: {
    readonly base: { readonly name: string; readonly sha?: string };
    readonly head: { readonly name: string; readonly sha?: string };
  };
  readonly models: readonly ModelInput[];
  /** The heads are served together by one host, loaded in this order; default: each model has a host of its own. */
  readonly sharesHost?: boolean;
  readonly skipped?: readonly { readonly path: string; readonly reason: string }[];
  readonly notices?: readonly {
    readonly code: string;
    readonly severity: 'error' | 'warning' | 'info';
    readonly message: string;
    readonly path?: string;
  }[];
}
