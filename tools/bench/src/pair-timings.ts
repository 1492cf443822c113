import { spawnSync } from 'node:child_process';

/** A command and its arguments. */
export type CommandLine = readonly [string, ...string[]];

/** How long two commands take, and how much longer the second. */
export interface PairedTimings {
  /** Milliseconds of whole processes: the median over the rounds. */
  readonly baselineMs: number;
  readonly candidateMs: number;
  /** Median of the ratios taken pair by pair, so that a busy machine touches both sides alike. */
  readonly ratio: number;
}

/**
 * Runs two commands in turn, `rounds` times after two warm-up rounds, and compares their wall times.
 *
 * @throws Error when a command fails: a figure of a failing run means nothing.
 */
export function pairTimings(baseline: CommandLine, candidate: CommandLine, rounds: number): PairedTimings {
  const pairs: [number, number][] = [];
  for (let round = -2; round < rounds; round += 1) {
    const pair: [number, number] = [timeRun(baseline), timeRun(candidate)];
    if (round >= 0) pairs.push(pair);
  }
  return {
    baselineMs: median(pairs.map(([first]) => first)),
    candidateMs: median(pairs.map(([, second]) => second)),
    ratio: median(pairs.map(([first, second]) => second / first)),
  };
}

function timeRun([command, ...args]: CommandLine): number {
  // Extra certificates slow every start of Node and would flatter the ratio.
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env } = process.env;
  const start = process.hrtime.bigint();
  const result = spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const elapsedMs = Number(process.hrtime.bigint() - start) / 1e6;
  if (result.status !== 0) {
    throw new Error(
      `${command} ${args.join(' ')} exited ${result.status}: ${result.stderr.toString('utf8')}`,
    );
  }
  return elapsedMs;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
