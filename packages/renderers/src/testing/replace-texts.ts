import type { Report } from '@topodiff/report';

/** Values of closed sets in the format: nobody outside chooses them. */
const closedKeys: ReadonlySet<string> = new Set([
  'conclusion',
  'failOn',
  'entry',
  'status',
  'outcome',
  'origin',
  'severity',
  'impact',
  'layer',
  'action',
  'launcher',
  'device',
  'decidedBy',
  'gpusPerWorker',
  'scope',
  'state',
  'via',
  'kinds',
  'permission',
  'preset',
]);

/**
 * The report with a new text wherever a pull request, a policy or a person can choose one.
 *
 * @param keptKeys - keys whose texts stay besides, where what is tested makes them itself or refuses others
 */
export function replaceTexts(report: Report, nextText: () => string, keptKeys: readonly string[]): Report {
  const kept = new Set([...closedKeys, ...keptKeys]);
  const isKept = (key: string, text: string): boolean =>
    kept.has(key) ||
    (key === 'kind' && (text === 'text' || text === 'value')) ||
    (key === 'name' && text === 'topodiff');
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (isKept(key, value)) return value;
      // The first character of a line of a diff is the format's.
      return key === 'lines' ? `${value.charAt(0)}${nextText()}` : nextText();
    }
    if (Array.isArray(value)) return value.map((item) => replace(item, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        key === 'environment' ? nextText() : name,
        replace(item, name),
      ]),
    );
  };
  return replace(report, '') as Report; // only texts outside closed sets are replaced
}
