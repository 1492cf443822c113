import type { PolicyInput } from '@topodiff/report';
import type { AcceptedFinding, GpuBudget, HostPool, Policy } from '@topodiff/schema';
import type { terminalStyles } from '../terminal-styles.ts';

/** How a summary is written. */
export interface PolicyStyle {
  /** The day by which accepted findings count or have expired, `2026-11-27`. */
  readonly today: string;
  readonly styles: ReturnType<typeof terminalStyles>;
  /** What comes from the file must not steer the terminal. */
  readonly escape: (text: string) => string;
}

/** What a policy lays down, one section for each kind of thing that it has; aligned, for one screen. */
export function describePolicy({ applied, path }: PolicyInput, style: PolicyStyle): readonly string[] {
  const { policy } = applied;
  const { bold } = style.styles;
  const sections = [
    section('Host pools: the first that names a file is its own', poolRows(policy, style), style),
    section('Rules', ruleRows(policy, style), style),
    section(acceptedTitle(policy, style), acceptedRows(policy, style), style),
    section(
      'GPU budgets',
      policy.budgets.map((budget) => budgetRow(budget, style)),
      style,
    ),
    section('Approvals', approvalRows(policy, style), style),
  ].filter((lines) => lines.length > 0);
  const head = `${bold(style.escape(path))}: ${defaults(policy).join(', ')}`;
  const empty = sections.length === 0 ? [['Nothing more is laid down.']] : [];
  return [[head], ...sections, ...empty].flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function defaults(policy: Policy): readonly string[] {
  const { currency, failOn, isOnlyNew, preset, pricePerGpuHour, torchserveVersion } = policy;
  return [
    `preset ${preset}`,
    ...(torchserveVersion === undefined ? [] : [`TorchServe ${torchserveVersion}`]),
    ...(failOn === undefined ? [] : [`fail on ${failOn}`]),
    ...(isOnlyNew ? ['only new findings block'] : []),
    ...(pricePerGpuHour === undefined ? [] : [priceWords(pricePerGpuHour, currency)]),
  ];
}

function poolRows({ pools, currency }: Policy, style: PolicyStyle): readonly Row[] {
  return pools.map((pool) => [
    style.escape(pool.name),
    globs(pool.paths, style),
    hostWords(pool, currency).map(style.escape).join(', '),
  ]);
}

function hostWords(pool: HostPool, currency: string): readonly string[] {
  const { configProperties, cpuCores, entry, gpuMemoryGib, gpus, pricePerGpuHour, torchserveVersion } = pool;
  const memory = gpuMemoryGib === undefined ? '' : ` of ${gpuMemoryGib} GiB`;
  return [
    gpus === undefined ? `GPUs as given${memory}` : `${count(gpus, 'GPU')}${memory}`,
    ...(cpuCores === undefined ? [] : [count(cpuCores, 'CPU core')]),
    ...(entry === undefined ? [] : [`entry ${entry}`]),
    ...(torchserveVersion === undefined ? [] : [`TorchServe ${torchserveVersion}`]),
    ...(configProperties === undefined ? [] : [configProperties]),
    ...(pricePerGpuHour === undefined ? [] : [priceWords(pricePerGpuHour, currency)]),
  ];
}

function ruleRows({ rules }: Policy, { escape, styles }: PolicyStyle): readonly Row[] {
  const colors = { error: styles.red, warning: styles.yellow, info: styles.cyan, off: styles.dim };
  return Object.entries(rules).map(([id, severity]) => [escape(id), colors[severity](severity)]);
}

function acceptedTitle({ accepted }: Policy, { today }: PolicyStyle): string {
  const expired = accepted.filter(({ until }) => until < today).length;
  return `Accepted findings${expired === 0 ? '' : `: ${expired} of ${accepted.length} expired`}`;
}

function acceptedRows({ accepted }: Policy, style: PolicyStyle): readonly Row[] {
  return accepted.map((entry) => [
    style.escape(entry.ruleId),
    globs(entry.paths, style),
    untilWords(entry, style),
    `${style.escape(entry.owner)}: ${style.escape(entry.reason)}`,
  ]);
}

/** Without colour in the column: colours have no width, and would move the next one. */
function untilWords({ until }: AcceptedFinding, { today }: PolicyStyle): string {
  return until < today ? `expired ${until}` : `until ${until}`;
}

function budgetRow({ gpus, name, paths }: GpuBudget, style: PolicyStyle): Row {
  const shown = paths === null ? 'all models' : globs(paths, style);
  const title = style.escape(name);
  return title === shown
    ? [title, `at most ${count(gpus, 'GPU')}`]
    : [title, `at most ${count(gpus, 'GPU')}`, shown];
}

function approvalRows({ approvals }: Policy, { escape }: PolicyStyle): readonly Row[] {
  if (approvals === null) return [];
  const { isAuthorAllowed, kinds, permission, teams, users } = approvals;
  const who = [
    ...(permission === null ? [] : [`permission ${permission} or above`]),
    ...users.map((user) => escape(user)),
    ...teams.map((team) => `team ${escape(team)}`),
  ];
  return [
    ['needed for', kinds.join(', ')],
    ['given by', `${who.join(', ')}; authors may ${isAuthorAllowed ? 'too' : 'not'}`],
  ];
}

type Row = readonly string[];

/** A title and rows in columns; nothing without rows. */
function section(title: string, rows: readonly Row[], { styles }: PolicyStyle): readonly string[] {
  if (rows.length === 0) return [];
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.slice(0, -1).entries()) {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    }
  }
  return [
    styles.bold(title),
    ...rows.map(
      (row) =>
        `  ${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ')}`,
    ),
  ];
}

function globs(patterns: readonly string[], { escape }: PolicyStyle): string {
  return patterns.map(escape).join(', ');
}

function priceWords(price: number, currency: string): string {
  return `${price} ${currency} per GPU and hour`;
}

function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}
