import type { Report } from '@topodiff/report';
import { inline, type Child, type Markup } from '../../escape/markup.ts';
import { htmlLimits, textLimits } from '../../limits.ts';
import { fleetColumns, hasFleetRows, poolHostPhrase } from '../../reading/budgets.ts';
import { cutMiddle } from '../../reading/cut-text.ts';
import { numbersPhrase } from '../../reading/gpu-counts.ts';
import { code, folded, table, upTo } from '../elements.ts';

/** GPUs of each pool and each budget, folded away. */
export function fleetTable(report: Report): readonly Markup[] {
  const { fleet, comparison } = report;
  if (!hasFleetRows(report)) return [];
  const named = (kind: string, name: string): Child =>
    inline('span', {}, `${kind} `, code(cutMiddle(name, textLimits.name)));
  const rows: readonly (readonly Child[])[] = [
    ...fleet.pools.map((pool) => [
      pool.name === null ? 'no pool' : named('pool', pool.name),
      poolHostPhrase(pool),
      numbersPhrase(pool.models, comparison),
      numbersPhrase(pool.declaredGpus, comparison),
      numbersPhrase(pool.gpus, comparison),
      '',
    ]),
    ...fleet.budgets.map(({ name, gpus, limit, isExceeded }) => [
      named('budget', name),
      '',
      '',
      '',
      numbersPhrase(gpus, comparison),
      isExceeded ? inline('span', {}, `${limit}, `, inline('strong', {}, 'over')) : String(limit),
    ]),
  ];
  const { shown, rest } = upTo(rows, htmlLimits.items, { noun: 'row', before: 'GPUs by pool and budget: ' });
  const columns = fleetColumns.map((title, index) => ({ title, isNumber: index > 0 }));
  return folded('GPUs by pool and budget', [table('GPUs by pool and budget', columns, shown), ...rest]);
}
