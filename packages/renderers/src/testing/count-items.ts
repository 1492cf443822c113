import type { MarkdownPart } from '../markdown/markdown-part.ts';

/** What a reader of a page can count, and what its ledgers say. */
export interface PageCounts {
  readonly shown: Readonly<Partial<Record<MarkdownPart, number>>>;
  readonly ledgers: readonly Ledger[];
}

interface Ledger {
  readonly part: MarkdownPart;
  readonly shown: number;
  readonly all: number;
  readonly place: string;
}

const partOfWords: Readonly<Record<string, MarkdownPart>> = {
  reason: 'reasons',
  'exceeded budget': 'budgets',
  notice: 'notices',
  model: 'rows',
  'Without change: model': 'unchanged',
  'Approvals of change': 'approvals',
  'On approvals: remark': 'approvalNotes',
  'blocking finding': 'blocking',
  finding: 'others',
  'accepted finding': 'accepted',
  'further finding': 'folded',
  'GPUs by pool and budget: row': 'fleet',
  'Details of model': 'details',
  'skipped file': 'skipped',
};

const ledgerPattern =
  /^((?:Details of|Approvals of|On approvals:|Without change:|GPUs by pool and budget:) )?(None|none|\d+) of (\d+) ([a-z ]+?)(s?) shown, (?:all (\d+)|(it is)) in the (.+)$/;

/** Where the lines are that follow: the untitled lists before the models, those after, a titled list, or a folded one. */
type Place =
  'top' | 'approvals' | 'blocking' | 'others' | 'folded' | 'accepted' | 'fleet' | 'skipped' | 'details';

/** Counts a page's items by their looks alone. Lines of a fence are no items. */
export function countItems(page: string): PageCounts {
  const shown: Partial<Record<MarkdownPart, number>> = {};
  const ledgers: Ledger[] = [];
  let place: Place = 'top';
  let fence: string | null = null;
  for (const line of page.split('\n')) {
    if (fence !== null) {
      if (line === fence) fence = null;
      continue;
    }
    fence = /^(`{3,})[a-z]*$/.exec(line)?.[1] ?? null;
    place = placeAfter(line, place);
    const ledger = readLedger(line);
    if (ledger !== null) ledgers.push(ledger);
    const part = partOf(line, place);
    if (part !== null) shown[part] = (shown[part] ?? 0) + 1;
  }
  return { shown, ledgers };
}

function placeAfter(line: string, place: Place): Place {
  const folded = /^<details><summary>(.*)<\/summary>$/.exec(line)?.[1];
  if (folded !== undefined) {
    if (folded.startsWith('<code>')) return 'details';
    if (folded === 'GPUs by pool and budget') return 'fleet';
    if (folded.includes('further finding')) return 'folded';
    return folded.includes('accepted finding') ? 'accepted' : 'skipped';
  }
  if (line === '</details>') return 'others';
  const title =
    place === 'details' ? null : /^\*\*(Approv|Blocking|Not blocking)[a-z ]*\([^)]*\)\*\*$/.exec(line);
  if (title === null) return place;
  if (title[1] === 'Approv') return 'approvals';
  return title[1] === 'Blocking' ? 'blocking' : 'others';
}

function partOf(line: string, place: Place): MarkdownPart | null {
  if (place === 'details') return line.startsWith('<details>') ? 'details' : null;
  if (line.startsWith('| ') && place === 'fleet')
    return /^\| (?:pool `|pool <|no pool |budget)/.test(line) ? 'fleet' : null;
  if (line.startsWith('| ')) {
    if (line.startsWith('| Model |')) return null;
    return /^\| \d+ models? without (?:change|findings) \|/.test(line) ? 'unchanged' : 'rows';
  }
  if (!line.startsWith('- ')) return null;
  if (place === 'approvals')
    return /^- (?:⏳ \*\*waits|✅ \*\*approved)\*\* /.test(line) ? 'approvals' : 'approvalNotes';
  if (place !== 'top') return place;
  if (/^- \*\*(?:error|warning)\*\* over the GPU budget of `/.test(line)) return 'budgets';
  return /^- \*\*(?:error|warning|info)\*\* /.test(line) ? 'notices' : 'reasons';
}

function readLedger(line: string): Ledger | null {
  const match = ledgerPattern.exec(line);
  if (match === null) return null;
  const [, before = '', count = '', all = '', noun = '', plural, again, single, place = ''] = match;
  const part = partOfWords[`${before}${noun}`];
  const isRight = all === '1' ? single !== undefined && plural === '' : again === all && plural === 's';
  if (part === undefined || !isRight) throw new Error(`No ledger of ours: ${line}`);
  return { part, shown: /none/i.test(count) ? 0 : Number(count), all: Number(all), place };
}
