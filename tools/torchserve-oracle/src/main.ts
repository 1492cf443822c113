import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareLiveLaunches, compareLiveParses } from './compare-live.ts';
import type { LaunchRow, LiveComparison } from './compare-live.ts';
import { installTorchserve, NotInstallable } from './install-torchserve.ts';
import { parseLiveCall, WrongCall, type LiveCall } from './live-call.ts';
import { runPython } from './run-python.ts';

const root = fileURLToPath(new URL('../../../tmp/torchserve-oracle', import.meta.url));
/** Half of the documents are in the style of real files, half from a grammar of oddities. */
const wildShare = '0.5';
const secondWait = '120'; // seconds; the first is 30

/** Runs TorchServe and topodiff on the same fresh cases; exit code 1 on any mismatch. */
function run(call: LiveCall): number {
  const python = installTorchserve(call.version, root);
  const comparisons = [
    ...(call.parses > 0 ? [['parse', runParses(python, call)] as const] : []),
    ...(call.launches > 0 ? [['launches', runLaunches(python, call)] as const] : []),
  ];
  for (const [, { lines }] of comparisons) for (const line of lines) console.log(line);
  for (const [kind, { equal, total }] of comparisons) console.log(`live ${kind}: ${equal} of ${total} equal`);
  const isAllEqual = comparisons.every(([, { equal, total }]) => equal === total && total > 0);
  // No case at all proves nothing.
  return comparisons.length > 0 && isAllEqual ? 0 : 1;
}

function runParses(python: string, call: LiveCall): LiveComparison {
  const cases = runPython(python, 'generate_parse.py', [call.seed, String(call.parses), '--wild', wildShare]);
  const rows = runPython(python, 'parse.py', [], cases);
  keep(call, 'parse.jsonl', rows);
  return compareLiveParses(rows, call.version);
}

function runLaunches(python: string, call: LiveCall): LiveComparison {
  const cases = runPython(python, 'generate_launches.py', [call.seed, String(call.launches), '--wide']);
  const first = launch(python, cases, []);
  const again = first.filter(({ unsettled }) => unsettled !== undefined);
  const second = again.length === 0 ? [] : launch(python, JSON.stringify(again), ['--wait', secondWait]);
  const rows = first.map((row) => second.find(({ id }) => id === row.id) ?? row);
  keep(call, 'launches.json', JSON.stringify(rows, null, 1));
  return compareLiveLaunches(rows);
}

function launch(python: string, cases: string, options: readonly string[]): readonly LaunchRow[] {
  return JSON.parse(runPython(python, 'launch.py', ['--jobs', '2', ...options], cases)) as LaunchRow[]; // our own script's rows
}

/** Leaves what TorchServe did in the format of recorded cases, for `npm run conformance`. */
function keep({ version, seed }: LiveCall, name: string, text: string): void {
  const folder = path.join(root, version, 'observed', seed);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

try {
  process.exitCode = run(parseLiveCall(process.argv.slice(2)));
} catch (error) {
  const isExpected = error instanceof NotInstallable || error instanceof WrongCall;
  const detail = error instanceof Error && !isExpected ? error.stack : undefined;
  console.error(`conformance:live: ${detail ?? (error instanceof Error ? error.message : String(error))}`);
  process.exitCode = isExpected ? 2 : 3;
}
