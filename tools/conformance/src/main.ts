import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { torchserveVersions, type TorchserveVersion } from '@topodiff/schema';
import { compareLaunchCases } from './launch-cases.ts';
import { compareParseCases } from './parse-cases.ts';
import type { CaseResult } from './case-result.ts';
import { formatMismatches } from './format-mismatches.ts';

const usage = 'usage: npm run --silent conformance -- parse FILE | launches FILE.json [--torchserve VERSION]';

/** Compares recorded cases with topodiff's answers; exit code 1 on any mismatch, 2 on a wrong call. */
function run(args: readonly string[]): number {
  const { kind, file, version } = parseCall(args);
  const text = readFileSync(file, 'utf8');
  const results = kind === 'parse' ? compareParseCases(text, version) : compareLaunchCases(text, version);
  return printResults(kind, results);
}

function parseCall(args: readonly string[]): {
  kind: 'parse' | 'launches';
  file: string;
  version?: TorchserveVersion;
} {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { torchserve: { type: 'string' } },
    allowPositionals: true,
  });
  const [kind, file] = positionals;
  if ((kind !== 'parse' && kind !== 'launches') || file === undefined || positionals.length > 2)
    throw new Error(usage);
  const name = values.torchserve?.replace(/^v(?=\d)/, '');
  const version = torchserveVersions.find((candidate) => candidate === name);
  if (name !== undefined && version === undefined) {
    throw new Error(`--torchserve takes ${torchserveVersions.join(', ')}, not ${name}`);
  }
  return { kind, file, ...(version === undefined ? {} : { version }) };
}

function printResults(kind: string, results: readonly CaseResult[]): number {
  const mismatched = results.filter((result) => result.mismatches.length > 0);
  for (const result of mismatched) {
    for (const line of formatMismatches(result)) console.log(line);
  }
  console.log(`conformance ${kind}: ${results.length - mismatched.length} of ${results.length} equal`);
  // No case at all proves nothing: an empty file or a version without rows must not look like success.
  return mismatched.length > 0 || results.length === 0 ? 1 : 0;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  console.error(`conformance: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
