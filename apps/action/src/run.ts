import { findChangedModelConfigs, type GithubClient } from '@topodiff/github';
import { reviewModelConfigs } from '@topodiff/report';
import type { ActionsRuntime } from './actions-runtime.ts';
import { buildReviewInput } from './build-review-input.ts';
import { readEventRefs } from './event-refs.ts';
import { decodeInputs } from './inputs.ts';
import { publishReview, publishFailure } from './publish.ts';

/** What a run needs besides the runner; tests give their own. */
export interface RunDependencies {
  /** Makes the client. It is asked for only when the inputs and the event are good, because it is slow to load. */
  connect(token: string): Promise<GithubClient>;
  decode(base64: string): { readonly text: string; readonly hasInvalidUtf8: boolean };
  /** The text of a file of the runner, or null. */
  loadText(path: string): Promise<string | null>;
  now(): Date;
}

/**
 * One run of the action: reads the pull request that the event names through the API, reviews it, and publishes
 * the result. Whatever keeps it from doing so fails the step with a line of its own; nothing passes in silence.
 */
export async function run(runtime: ActionsRuntime, dependencies: RunDependencies): Promise<void> {
  const startedAt = dependencies.now();
  const { environment } = runtime;
  const decoded = decodeInputs((name) => runtime.readInput(name));
  if (decoded.kind === 'problems') return publishFailure(runtime, decoded.problems);
  const { inputs } = decoded;

  const eventPath = environment['GITHUB_EVENT_PATH'] ?? '';
  const eventText = eventPath === '' ? null : await dependencies.loadText(eventPath);
  const refs = readEventRefs(environment, eventText);
  if (refs.kind === 'unusable') return publishFailure(runtime, [refs.reason]);
  const { revision } = refs;

  const client = await dependencies.connect(inputs.token);
  const outcome = await findChangedModelConfigs(client, revision, {
    patterns: inputs.patterns,
    ...(inputs.configPropertiesPath === null ? {} : { configPropertiesPath: inputs.configPropertiesPath }),
    decode: (base64) => dependencies.decode(base64),
  });
  if (outcome.kind === 'failed') return publishFailure(runtime, [outcome.error.message]);

  const built = buildReviewInput(inputs, revision, outcome.found);
  if (built.kind === 'unusable') return publishFailure(runtime, [built.reason]);
  const report = reviewModelConfigs(built.reviewInput);
  await publishReview(runtime, client, { report, revision, inputs, startedAt });
}
