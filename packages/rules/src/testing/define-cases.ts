import { parseConfigProperties } from '@topodiff/schema';
import type { HostProfile } from '@topodiff/topology';
import type { ArchiveContext, Rule } from '../rule.ts';

/** One file, and what the rule says about it. A name that starts with a recorded row's id (`d00002: …`) takes its text from there. */
export interface RuleCase {
  /** What is special about it; after the id of a recorded row, when it is one. */
  readonly name: string;
  /** YAML; in invalid cases with markers (see testkit's `parseAnnotatedYaml`). */
  readonly source: string;
  /** The model's name in the server, by which config.properties and a snapshot know it; default: `model`. */
  readonly modelName?: string;
  /** What differs from a host about which nothing is known. */
  readonly host?: Partial<HostProfile>;
  /** The bytes were not valid UTF-8 and were read with replacement characters. */
  readonly hasInvalidUtf8?: true;
  /** What the archive around the file says; default: the file is read on its own. */
  readonly archive?: Omit<Partial<ArchiveContext>, 'manifest'> & {
    readonly manifest?: Partial<ArchiveContext['manifest']>;
  };
  /** Files that the configuration names, by the path written in it; null: it is known not to be there. */
  readonly relatedFiles?: Readonly<Record<string, string | null>>;
  /** Configurations of the models that the host loads after this one, by name. */
  readonly beside?: Readonly<Record<string, string>>;
  /** The text with every safe fix of the rule made once; required where a finding has a fix, and nowhere else. */
  readonly fixed?: string;
  /** Shown on the rule's docs page. */
  readonly example?: true;
}

export interface RuleCases {
  readonly rule: Rule;
  readonly valid: readonly RuleCase[];
  readonly invalid: readonly RuleCase[];
}

/** Says on which files a rule is silent, and on which it speaks, where, and with which values. */
export function defineCases(
  rule: Rule,
  cases: { readonly valid: readonly RuleCase[]; readonly invalid: readonly RuleCase[] },
): RuleCases {
  return { rule, ...cases };
}

/** A host with that many GPUs, otherwise unknown. */
export function gpus(count: number): Partial<HostProfile> {
  return { gpus: count };
}

/** A host that runs this TorchServe, otherwise unknown. */
export function torchserveVersion(version: HostProfile['torchserveVersion']): Partial<HostProfile> {
  return { torchserveVersion: version };
}

/** A host with this config.properties, otherwise unknown. */
export function withProperties(text: string): Partial<HostProfile> {
  return { configProperties: parseConfigProperties(text) };
}
