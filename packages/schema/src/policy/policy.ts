import type { TorchserveVersion } from '../torchserve-version.ts';

/** What a rule's findings count as, by the team's choice. */
export type PolicySeverity = 'error' | 'warning' | 'info' | 'off';

/** What of a change needs somebody's approval. */
export const approvalKinds = ['topology-change', 'more-gpus', 'will-not-start'] as const;

export type ApprovalKind = (typeof approvalKinds)[number];

/** Permissions of GitHub's roles, weakest first. */
export const repositoryPermissions = ['read', 'triage', 'write', 'maintain', 'admin'] as const;

export type RepositoryPermission = (typeof repositoryPermissions)[number];

/** Machines of one kind, for the models below some paths. */
export interface HostPool {
  readonly name: string;
  /** Globs of model-config files. */
  readonly paths: readonly string[];
  /** Of one host. */
  readonly gpus?: number;
  /** GiB of one GPU; shown, not reckoned with. */
  readonly gpuMemoryGib?: number;
  readonly cpuCores?: number;
  readonly entry?: 'startup' | 'register-api';
  readonly torchserveVersion?: TorchserveVersion;
  /** Path of the server's config.properties in the repository. */
  readonly configProperties?: string;
  readonly pricePerGpuHour?: number;
}

/** A finding that the team keeps. */
export interface AcceptedFinding {
  readonly ruleId: string;
  readonly paths: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it counts, `2027-01-31`. */
  readonly until: string;
}

/** At most so many GPUs for the models below some paths; all models when no paths are named. */
export interface GpuBudget {
  readonly name: string;
  readonly paths: readonly string[] | null;
  readonly gpus: number;
}

/** Which changes need an approval, and whose counts. */
export interface ApprovalPolicy {
  readonly kinds: readonly ApprovalKind[];
  /** Whoever has at least this permission may approve by a comment; null: nobody by permission alone. */
  readonly permission: RepositoryPermission | null;
  /** Logins that may approve, by a comment or by a review. */
  readonly users: readonly string[];
  /** `org/team`: their members may do the same. */
  readonly teams: readonly string[];
  /** Whether the author of a pull request, or of a commit in it, may approve it. */
  readonly isAuthorAllowed: boolean;
}

/** What a team lays down in `.topodiff.yaml`. */
export interface Policy {
  readonly torchserveVersion?: TorchserveVersion;
  readonly preset: 'recommended' | 'strict';
  readonly rules: Readonly<Record<string, PolicySeverity>>;
  readonly failOn?: 'error' | 'warning' | 'info' | 'never';
  /** Only findings that base does not have block. */
  readonly isOnlyNew: boolean;
  /** The first whose paths name a model is its own. */
  readonly pools: readonly HostPool[];
  readonly accepted: readonly AcceptedFinding[];
  readonly budgets: readonly GpuBudget[];
  readonly pricePerGpuHour?: number;
  /** For display: `USD`. */
  readonly currency: string;
  readonly approvals: ApprovalPolicy | null;
}

/** Where a policy lies in a repository. */
export const policyPath = '.topodiff.yaml';
