import type { ChangedModelConfigs, PullRequestRevision } from '@topodiff/github';
import type { ReviewInput, SourceText } from '@topodiff/report';
import { parseConfigProperties } from '@topodiff/schema';
import type { HostProfile } from '@topodiff/topology';
import type { Inputs } from './inputs.ts';
import { toolVersion } from './tool-version.ts';

export type ReviewInputOutcome =
  | { readonly kind: 'review-input'; readonly reviewInput: ReviewInput }
  /** One line: the config.properties that the inputs name cannot be used. */
  | { readonly kind: 'unusable'; readonly reason: string };

/** What the review needs, from the inputs and from what the pull request holds. */
export function buildReviewInput(
  inputs: Inputs,
  revision: PullRequestRevision,
  found: ChangedModelConfigs,
): ReviewInputOutcome {
  const { gpus, cpuCores, entry, torchserveVersion, configPropertiesPath } = inputs;
  const host: HostProfile = { gpus, cpuCores, entry, torchserveVersion };
  const comparison = {
    base: { name: revision.baseRef, sha: found.mergeBaseSha },
    head: { name: revision.headRef, sha: revision.headSha },
  };
  const reviewInput: ReviewInput = {
    toolVersion,
    today: new Date().toISOString().slice(0, 10),
    failOn: inputs.failOn,
    host,
    comparison,
    models: found.models,
    notices: found.notices,
  };
  if (configPropertiesPath === null) return { kind: 'review-input', reviewInput };
  const { base, head } = found.configProperties;
  if (base === null && head === null) {
    return unusable(`input config-properties: ${configPropertiesPath} is not in the repository`);
  }
  for (const side of [base, head]) {
    if (side?.kind === 'unreadable') {
      return unusable(`input config-properties: cannot use ${configPropertiesPath}: ${side.detail}`);
    }
  }
  return {
    kind: 'review-input',
    reviewInput: {
      ...reviewInput,
      host: withConfigProperties(host, head),
      baseHost: withConfigProperties(host, base),
      configPropertiesPath,
      notices: [...found.notices, ...noticeMissingSide(configPropertiesPath, base, head)],
    },
  };
}

function unusable(reason: string): ReviewInputOutcome {
  return { kind: 'unusable', reason };
}

function withConfigProperties(host: HostProfile, source: SourceText | null): HostProfile {
  if (source?.kind !== 'text') return host;
  return { ...host, configProperties: parseConfigProperties(source.text) };
}

function noticeMissingSide(
  path: string,
  base: SourceText | null,
  head: SourceText | null,
): NonNullable<ReviewInput['notices']> {
  if (base !== null && head !== null) return [];
  const side = base === null ? 'base' : 'head';
  const message = `The config.properties does not exist at ${side}: that side is read without it.`;
  return [{ code: 'config-properties-on-one-side', severity: 'info', message, path }];
}
