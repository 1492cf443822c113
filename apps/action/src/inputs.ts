import { defaultModelConfigPatterns, isExclusion, type FailOn } from '@topodiff/report';
import {
  defaultTorchserveVersion,
  policyPath as defaultPolicyPath,
  torchserveVersions,
  type TorchserveVersion,
} from '@topodiff/schema';
import { mostGpusOfAHost } from '@topodiff/topology';

/** The action's inputs, decoded. Names and defaults are documented in action.yml. */
export interface Inputs {
  readonly token: string;
  /** Globs of the model-config files. */
  readonly patterns: readonly string[];
  readonly gpus: number | 'unknown';
  readonly cpuCores: number | 'unknown';
  readonly entry: 'startup' | 'register-api';
  readonly torchserveVersion: TorchserveVersion;
  /** Path of the server's config.properties in the repository. */
  readonly configPropertiesPath: string | null;
  readonly failOn: FailOn;
  readonly isCommentWanted: boolean;
  readonly isCheckRunWanted: boolean;
  readonly areSuggestionsWanted: boolean;
  /** Path of the policy in the repository. */
  readonly policyPath: string;
  /** What the SARIF file holds: findings of the models that the report lists, or of all models at the head. */
  readonly sarif: 'changed' | 'all';
  /** Address of the team's review dashboard, without a slash at the end; null when there is none. */
  readonly reviewUrl: string | null;
  /** The repository's token there; empty: GitHub's OIDC token is used. */
  readonly reviewToken: string;
  /** The pull request to review, whatever the event; null: the event's. */
  readonly pullRequest: number | null;
  /** Null: made from the names of the workflow file and the job. */
  readonly key: string | null;
}

/** More cores than any host has; a larger number is a slip of the keyboard. */
const mostCpuCores = 65_536;

/** All inputs, or everything that is wrong with them. */
export type InputsOutcome =
  | { readonly kind: 'inputs'; readonly inputs: Inputs }
  /** One line for each bad input. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Every input, as action.yml declares them. */
export const inputNames = [
  'github-token',
  'files',
  'policy',
  'gpus',
  'cpus',
  'entry',
  'torchserve',
  'config-properties',
  'fail-on',
  'comment',
  'check-run',
  'suggestions',
  'sarif',
  'review-url',
  'review-token',
  'pull-request',
  'key',
] as const;

/** One of `inputNames`. */
export type InputName = (typeof inputNames)[number];

/** Reads and checks all inputs. An empty one counts as not given; a bad one is a problem, never a default. */
export function decodeInputs(readInput: (name: InputName) => string): InputsOutcome {
  const problems: string[] = [];
  const reject = <Value>(name: InputName, expected: string, fallback: Value): Value => {
    problems.push(`input ${name}: ${expected}, not ${quote(readInput(name))}`);
    return fallback;
  };
  const count = (name: InputName, most: number): number | 'unknown' => {
    const text = readInput(name);
    if (text === '') return 'unknown';
    return /^\d{1,6}$/.test(text) && Number(text) <= most
      ? Number(text)
      : reject(name, `it takes a whole number from 0 to ${most}`, 'unknown');
  };
  const choice = <const Choice extends string>(
    name: InputName,
    choices: readonly Choice[],
    whenEmpty: NoInfer<Choice>,
  ): Choice => {
    const text = readInput(name);
    if (text === '') return whenEmpty;
    return (
      choices.find((candidate) => candidate === text) ??
      reject(name, `it takes one of ${choices.join(', ')}`, whenEmpty)
    );
  };

  const token = readInput('github-token');
  if (token === '')
    problems.push('input github-token: it is empty; leave it out to use the token of the workflow');
  const patterns = readInput('files')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (patterns.length > 0 && patterns.every(isExclusion)) {
    problems.push('input files: it takes files away with "!" and names none to begin with');
  }
  const path = (name: InputName): string => {
    const text = readInput(name).replace(/^(?:\.\/)+/, '');
    return /^\/|\/$|(?:^|\/)\.\.(?:\/|$)|\n/.test(text)
      ? reject(name, 'it takes the path of one file, relative to the root of the repository', '')
      : text;
  };
  const flag = (name: InputName): boolean => choice(name, ['true', 'false'], 'true') === 'true';
  const reviewUrl = readInput('review-url').replace(/\/+$/, '');
  if (reviewUrl !== '' && !isServiceUrl(reviewUrl)) {
    reject('review-url', 'it takes an https address without query, or http on this machine', null);
  }
  const configProperties = path('config-properties');
  const policy = path('policy');
  const pullRequest = readInput('pull-request');
  if (!/^(?:[1-9]\d{0,9})?$/.test(pullRequest)) {
    reject('pull-request', 'it takes the number of a pull request', null);
  }
  const key = readInput('key');
  if (/\n/.test(key) || key.length > 100) reject('key', 'it takes one line of at most 100 characters', null);
  const inputs: Inputs = {
    token,
    patterns: patterns.length === 0 ? defaultModelConfigPatterns : patterns,
    gpus: count('gpus', mostGpusOfAHost),
    cpuCores: count('cpus', mostCpuCores),
    entry: choice('entry', ['startup', 'register-api'], 'startup'),
    torchserveVersion: choice('torchserve', torchserveVersions, defaultTorchserveVersion),
    configPropertiesPath: configProperties === '' ? null : configProperties,
    failOn: choice('fail-on', ['error', 'warning', 'info', 'never'], 'error'),
    isCommentWanted: flag('comment'),
    isCheckRunWanted: flag('check-run'),
    areSuggestionsWanted: flag('suggestions'),
    sarif: choice('sarif', ['changed', 'all'], 'changed'),
    reviewUrl: reviewUrl === '' ? null : reviewUrl,
    reviewToken: readInput('review-token'),
    policyPath: policy === '' ? defaultPolicyPath : policy,
    pullRequest: pullRequest === '' ? null : Number(pullRequest),
    key: key === '' ? null : key,
  };
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'inputs', inputs };
}

/** A token goes there, so that nobody may listen on the way. */
function isServiceUrl(text: string): boolean {
  try {
    const { protocol, hostname, search, hash, username } = new URL(text);
    const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    return (protocol === 'https:' || (protocol === 'http:' && isHere)) && search + hash + username === '';
  } catch {
    return false;
  }
}

function quote(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 99)}…` : text);
}
