import { compareLaunchCases, compareParseCases, formatMismatches } from '@topodiff/conformance';
import type { CaseResult } from '@topodiff/conformance';
import type { TorchserveVersion } from '@topodiff/schema';

/** What a run prints of one kind of cases. */
export interface LiveComparison {
  readonly equal: number;
  readonly total: number;
  /** One for each field that differs, and one for each case that ran out of time. */
  readonly lines: readonly string[];
}

/** One start as `launch.py` writes it; with `unsettled` the machine was too slow to tell how it ends. */
export interface LaunchRow {
  readonly id: string | number;
  readonly unsettled?: unknown;
}

/** Compares rows of `parse.py` (JSON Lines) on the version that ran. */
export function compareLiveParses(text: string, version: TorchserveVersion): LiveComparison {
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { name, yaml, ...observed } = JSON.parse(line) as Record<string, unknown>; // our own script's rows
      return JSON.stringify({ name, yaml, versions: { [version]: observed } });
    });
  return comparisonOf(compareParseCases(rows.join('\n')), []);
}

/** Compares rows of `launch.py`; an unsettled one is named and never equal. */
export function compareLiveLaunches(rows: readonly LaunchRow[]): LiveComparison {
  const unsettled = rows.filter((row) => row.unsettled !== undefined);
  const settled = rows.filter((row) => row.unsettled === undefined);
  return comparisonOf(
    compareLaunchCases(JSON.stringify(settled)),
    unsettled.map(({ id }) => `${id}: unsettled: the workers neither came up nor failed in time`),
  );
}

function comparisonOf(results: readonly CaseResult[], others: readonly string[]): LiveComparison {
  return {
    equal: results.filter(({ mismatches }) => mismatches.length === 0).length,
    total: results.length + others.length,
    lines: [...results.flatMap(formatMismatches), ...others],
  };
}
