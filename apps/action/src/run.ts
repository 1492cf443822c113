import {
  findPullRequestOfRun,
  isCommand,
  loadPullRequest,
  unknownFingerprint,
  type DecodeBase64,
  type GithubClient,
  type ReviewRange,
} from '@topodiff/github';
import type { ActionsRuntime } from './actions-runtime.ts';
import { makeApprovalLookup } from './approvals.ts';
import { readEventRefs, readRepositoryId, type EventRefs, type TriggerComment } from './event-refs.ts';
import { decodeInputs, type Inputs } from './inputs.ts';
import { parseJson } from './json-fields.ts';
import { publishFailure, publishNothing, publishReview, withdrawGate } from './publish.ts';
import { replyToCommand } from './reply.ts';
import type { ReviewOptions } from './review-options.ts';
import { review, reviewHeadAlone } from './review.ts';
import type { ReviewService } from './review-service.ts';

/** What a run needs besides the runner; tests give their own. */
export interface RunDependencies {
  /** Makes the client. It is asked for only when the inputs and the event are good, because it is slow to load. */
  connect(token: string): Promise<GithubClient>;
  readonly decode: DecodeBase64;
  /** The text of a file of the runner, or null. */
  loadText(path: string): Promise<string | null>;
  now(): Date;
  /** A client of the review dashboard; asked for only when an input names one. */
  connectService(options: { readonly url: string; readonly token: string }): Promise<ReviewService>;
}

/**
 * One run of the action: reads what the event names through the API, reviews it, and publishes the result. Whatever
 * keeps it from doing so fails the step with a line of its own; nothing passes in silence.
 */
export async function run(runtime: ActionsRuntime, dependencies: RunDependencies): Promise<void> {
  const startedAt = dependencies.now();
  const { environment } = runtime;
  const decoded = decodeInputs((name) => runtime.readInput(name));
  if (decoded.kind === 'problems') return publishFailure(runtime, decoded.problems);
  const { inputs } = decoded;

  const eventPath = environment['GITHUB_EVENT_PATH'] ?? '';
  const eventText = eventPath === '' ? null : await dependencies.loadText(eventPath);
  const refs = readEventRefs(environment, eventText, inputs.pullRequest);
  if (refs.kind === 'unusable') return publishFailure(runtime, [refs.reason]);
  if (refs.kind === 'nothing') return publishNothing(runtime, refs.reason);
  const comment = refs.kind === 'pull-request' ? refs.comment : null;
  if (comment !== null && !concernsCommands(comment)) {
    return publishNothing(runtime, 'the comment gives no /topodiff command');
  }

  const client = await dependencies.connect(inputs.token);
  const resolved = await resolveRange(client, refs);
  if (resolved.kind === 'unusable') return publishFailure(runtime, [resolved.reason]);
  if (resolved.kind === 'nothing') return publishNothing(runtime, resolved.reason);
  const { range } = resolved;
  const options: ReviewOptions = {
    inputs,
    decode: (base64) => dependencies.decode(base64),
    today: startedAt.toISOString().slice(0, 10),
    repositoryId: readRepositoryId(environment, eventText),
    isHeadAlone: refs.kind === 'commit',
  };
  const outcome = await review(client, range, options);
  if (outcome.kind === 'failed') {
    await withdrawGate(runtime, client, range, inputs);
    return publishFailure(runtime, outcome.reasons);
  }
  const service = await connectService(dependencies, inputs);
  const lookUpApprovals = makeApprovalLookup(client, outcome.review, options, service);
  const { report, commands, serviceFault } = await lookUpApprovals();
  // With a key there are other jobs, and the command may be for a change of theirs.
  const answered =
    inputs.key === null ? commands : commands.filter(({ problem }) => problem !== unknownFingerprint);
  if (comment !== null) await replyToCommand(runtime, client, range, comment, answered);
  await publishReview(runtime, client, {
    report,
    review: outcome.review,
    inputs,
    startedAt,
    service,
    serviceFault,
    event: eventText === null ? null : parseJson(eventText),
    sarifReport: inputs.sarif === 'all' ? reviewHeadAlone(outcome.review) : report,
    lookUpAgain: async () => (await lookUpApprovals()).report,
  });
}

async function connectService(
  dependencies: RunDependencies,
  { reviewUrl, reviewToken }: Inputs,
): Promise<ReviewService | null> {
  return reviewUrl === null ? null : dependencies.connectService({ url: reviewUrl, token: reviewToken });
}

/** An edit may also take a command away, which revokes it. */
function concernsCommands({ body, previousBody }: TriggerComment): boolean {
  return isCommand(body) || (previousBody !== null && isCommand(previousBody));
}

type Range =
  | { readonly kind: 'range'; readonly range: ReviewRange }
  | { readonly kind: 'nothing'; readonly reason: string }
  | { readonly kind: 'unusable'; readonly reason: string };

async function resolveRange(
  client: GithubClient,
  refs: Exclude<EventRefs, { readonly kind: 'unusable' | 'nothing' }>,
): Promise<Range> {
  if (refs.kind === 'range' || refs.kind === 'commit') return { kind: 'range', range: refs.range };
  const found =
    refs.kind === 'pull-request'
      ? await loadPullRequest(client, refs.repository, refs.number)
      : await findPullRequestOfRun(client, refs.repository, refs.head);
  switch (found.kind) {
    case 'found':
      return { kind: 'range', range: found.range };
    case 'outdated':
      return { kind: 'nothing', reason: found.reason };
    case 'refused':
      return { kind: 'unusable', reason: found.reason };
    case 'failed':
      return { kind: 'unusable', reason: found.error.message };
  }
}
