import { parseArgs } from 'node:util';
import { torchserveVersions, type TorchserveVersion } from '@topodiff/schema';

/** What one run of `conformance:live` compares. */
export interface LiveCall {
  /** Equal seeds give equal cases. */
  readonly seed: string;
  readonly parses: number;
  readonly launches: number;
  readonly version: TorchserveVersion;
}

/** What is wrong with the options, in one line. */
export class WrongCall extends Error {}

const usage = 'usage: npm run conformance:live -- --seed S [--parse N] [--launches N] [--torchserve VERSION]';

/** The releases that PyPI has; master is no release. */
const releases = torchserveVersions.filter((version) => version !== 'master');

/** @throws WrongCall in one line that names the option. */
export function parseLiveCall(args: readonly string[]): LiveCall {
  const values = optionsOf(args);
  if (values.seed === undefined || !/^\w{1,40}$/.test(values.seed)) throw new WrongCall(usage);
  const name = values.torchserve.replace(/^v(?=\d)/, '');
  const version = releases.find((candidate) => candidate === name);
  if (version === undefined) throw new WrongCall(`--torchserve takes ${releases.join(', ')}, not ${name}`);
  return {
    seed: values.seed,
    parses: countOf('--parse', values.parse),
    launches: countOf('--launches', values.launches),
    version,
  };
}

function optionsOf(args: readonly string[]): {
  seed?: string;
  parse: string;
  launches: string;
  torchserve: string;
} {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        parse: { type: 'string', default: '2000' },
        launches: { type: 'string', default: '40' },
        torchserve: { type: 'string', default: '0.12.0' },
      },
    }).values;
  } catch (error) {
    // Not `instanceof Error`: the built-in's error may be of another realm.
    const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
    throw new WrongCall(hasMessage ? String(error.message) : usage, { cause: error });
  }
}

function countOf(option: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new WrongCall(`${option} takes a number of cases, not ${text}`);
  return Number(text);
}
