import type { Report } from '@topodiff/report';
import type { Notification } from 'sarif';
import { escapeSarifMessage } from '../escape/escape-sarif-message.ts';
import { limits, textLimits } from '../limits.ts';
import { cutEnd } from '../reading/cut-text.ts';
import { levels } from './levels.ts';
import { location } from './locations.ts';

/** What is to be said about the run as a whole: notices of the report, files left out, and results that find no room. */
export function listNotifications(
  { notices, skipped }: Report,
  resultCount: number,
): readonly Notification[] {
  return [
    ...limitNotifications(resultCount),
    ...notices.map(({ code, severity, message, path }) =>
      notification(code, levels[severity], message, path),
    ),
    ...skipped.map(({ path, reason }) => notification('skipped', 'note', `Not reviewed: ${reason}`, path)),
  ];
}

function limitNotifications(count: number): readonly Notification[] {
  const { sarifResults, sarifResultsShown } = limits;
  if (count > sarifResults) {
    return [
      notification(
        'results-left-out',
        'warning',
        `${count} results are more than the ${sarifResults} that GitHub takes: the ${sarifResults} worst are here, ${count - sarifResults} are left out. GitHub shows the first ${sarifResultsShown}.`,
        null,
      ),
    ];
  }
  if (count <= sarifResultsShown) return [];
  return [
    notification(
      'results-not-shown',
      'note',
      `All ${count} results are here, worst first; GitHub shows the first ${sarifResultsShown} and drops ${count - sarifResultsShown}.`,
      null,
    ),
  ];
}

function notification(
  id: string,
  level: NonNullable<Notification['level']>,
  text: string,
  path: string | null,
): Notification {
  return {
    descriptor: { id },
    level,
    message: { text: escapeSarifMessage(cutEnd(text, textLimits.message)) },
    ...(path === null ? {} : { locations: [location(path, null)] }),
  };
}
