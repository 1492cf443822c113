import type { Report } from '@topodiff/report';
import { differencePhrase, numbersPhrase } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';

/** A budget as a bar, with the same in words. */
export function BudgetMeter({
  budget: { name, gpus, limit, isExceeded, isBlocking },
  isComparison,
}: {
  readonly budget: Report['fleet']['budgets'][number];
  readonly isComparison: boolean;
}) {
  const difference = differencePhrase(gpus, isComparison);
  const words = `${numbersPhrase(gpus, isComparison)} of ${limit} GPUs${difference === null ? '' : ` (${difference})`}`;
  return (
    <div class="budget">
      <span class="budget-name">{shown(name)}</span>
      <meter
        min={0}
        max={Math.max(limit, gpus.head, 1)}
        low={limit}
        high={limit}
        optimum={0}
        value={gpus.head}
        aria-label={`GPUs of the budget ${shown(name)}`}
      >
        {words}
      </meter>
      <span>{words}</span>
      {isExceeded ? (
        <StatusWord status={isBlocking ? 'error' : 'warning'} word={isBlocking ? 'over, blocks' : 'over'} />
      ) : (
        <StatusWord status="success" word="within" />
      )}
    </div>
  );
}
