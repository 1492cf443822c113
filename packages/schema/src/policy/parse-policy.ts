import { parseDocument } from 'yaml';
import type { $ZodIssue } from 'zod/v4/core';
import { LineIndex } from '../document/line-index.ts';
import { describePolicyIssue, quoteText } from './describe-policy-issue.ts';
import { makeOffsetFinder } from './find-policy-places.ts';
import { findYamlFaults } from './find-yaml-faults.ts';
import { PolicySchema, type PolicyFile } from './policy-schema.ts';
import type { Policy } from './policy.ts';

/** What is wrong with a policy, and where. Lines and columns are 1-based, columns in UTF-16 units. */
export interface PolicyProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** The place of a path of keys and indexes in the text; of its nearest existing parent when it is not there. */
export type PolicyPlaceFinder = (
  path: readonly (string | number)[],
) => Pick<PolicyProblem, 'line' | 'column'>;

export type PolicyReading =
  | { readonly kind: 'policy'; readonly policy: Policy; readonly placeOf: PolicyPlaceFinder }
  | { readonly kind: 'invalid'; readonly problems: readonly PolicyProblem[] };

/** More than any policy needs; parsing grows with the text. */
const mostCharacters = 262_144;

/** A text of nothing but mistakes must not make a report of nothing but problems. */
const mostProblems = 50;

/**
 * Reads the text of a `.topodiff.yaml` (YAML 1.2). Never throws: each mistake is a problem with its place. An empty file
 * is a policy that lays down nothing.
 */
export function parsePolicy(text: string): PolicyReading {
  if (text.length > mostCharacters) {
    const message = `the file has more than ${mostCharacters} characters`;
    return { kind: 'invalid', problems: [{ message, line: 1, column: 1 }] };
  }
  const written = text.replace(/^\ufeff/, '');
  // `findYamlFaults` looks for keys that are there twice. Warnings about keys would go to stderr.
  const document = parseDocument(written, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const lines = new LineIndex(written); // the parser's own loses count at some mistakes
  const placeAt = (offset: number) => {
    const { line, column } = lines.positionAt(offset);
    return { line, column };
  };
  const faults = findYamlFaults(document);
  if (faults.length > 0) {
    return invalid(faults.map(({ message, offset }) => ({ message, ...placeAt(offset) })));
  }
  const findOffset = makeOffsetFinder(document);
  const placeOf: PolicyPlaceFinder = (path) => placeAt(findOffset(path));
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 50 }) as unknown; // zod checks it below
  } catch {
    return invalid([{ message: 'aliases make the file many times as long as it is', line: 1, column: 1 }]);
  }
  const result = PolicySchema.safeParse(content ?? {});
  const problems = [
    ...findSkippedRules(content, placeOf),
    ...(result.error?.issues ?? []).flatMap((issue) => describeIssue(issue, content, placeOf)),
  ];
  if (result.success && problems.length === 0) {
    return { kind: 'policy', policy: toPolicy(result.data), placeOf };
  }
  return invalid(problems);
}

function invalid(problems: readonly PolicyProblem[]): PolicyReading {
  return { kind: 'invalid', problems: limitProblems(problems) };
}

/** In the order of the text, each once; of very many the last ones are only counted. */
export function limitProblems(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const sorted = [
    ...new Map(
      problems.map((problem) => [`${problem.line}:${problem.column} ${problem.message}`, problem]),
    ).values(),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
  const [first, ...others] = sorted.slice(mostProblems);
  if (first === undefined) return sorted;
  const message = others.length === 0 ? first.message : `${others.length + 1} more problems from here on`;
  return [...sorted.slice(0, mostProblems), { ...first, message }];
}

/** zod passes over `__proto__` where any key may stand. */
function findSkippedRules(content: unknown, placeOf: PolicyPlaceFinder): readonly PolicyProblem[] {
  const rules = valueAt(content, ['rules']);
  if (typeof rules !== 'object' || rules === null || !Object.hasOwn(rules, '__proto__')) return [];
  return [{ message: 'unknown key "__proto__" in rules', ...placeOf(['rules', '__proto__']) }];
}

function describeIssue(
  issue: $ZodIssue,
  content: unknown,
  placeOf: PolicyPlaceFinder,
): readonly PolicyProblem[] {
  const path = issue.path.filter((name) => typeof name !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const where = path.length === 0 ? '' : ` in ${formatPath(path)}`;
    return issue.keys.map((key) => ({
      message: `unknown key ${quoteText(key)}${where}`,
      ...placeOf([...path, key]),
    }));
  }
  const subject = path.length === 0 ? 'the file' : formatPath(path);
  return [{ message: describePolicyIssue(subject, issue, valueAt(content, path)), ...placeOf(path) }];
}

function valueAt(content: unknown, path: readonly (string | number)[]): unknown {
  let value = content;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[name]; // it has the name
  }
  return value;
}

function formatPath(path: readonly (string | number)[]): string {
  return path.reduce<string>((written, name) => {
    if (typeof name === 'number') return `${written}[${name}]`;
    const shown = /^[\w-]{1,60}$/.test(name) ? name : quoteText(name);
    return written === '' ? shown : `${written}.${shown}`;
  }, '');
}

function toPolicy(file: PolicyFile): Policy {
  const owners = (file.approvals?.owners ?? []).map((owner) => owner.replace(/^@/, ''));
  return {
    ...present('torchserveVersion', file.torchserve),
    preset: file.preset ?? 'recommended',
    rules: file.rules ?? {},
    ...present('failOn', file['fail-on']),
    isOnlyNew: file['only-new'] ?? false,
    pools: (file.hosts ?? []).map((host) => ({
      name: host.name,
      paths: host.paths,
      ...present('gpus', host.gpus),
      ...present('gpuMemoryGib', host['gpu-memory']),
      ...present('cpuCores', host.cpus),
      ...present('entry', host.entry),
      ...present('torchserveVersion', host.torchserve),
      ...present('configProperties', host['config-properties']?.replace(/^(?:\.\/)+/, '')),
      ...present('pricePerGpuHour', host['price-per-gpu-hour']),
    })),
    accepted: (file.accepted ?? []).map(({ rule, ...accepted }) => ({ ruleId: rule, ...accepted })),
    budgets: (file.budgets ?? []).map(({ name, paths, gpus }) => ({
      name: name ?? (paths === undefined ? 'all models' : paths.join(', ')),
      paths: paths ?? null,
      gpus,
    })),
    ...present('pricePerGpuHour', file['price-per-gpu-hour']),
    currency: file.currency ?? 'USD',
    approvals:
      file.approvals === undefined
        ? null
        : {
            kinds: file.approvals.require,
            permission: file.approvals.permission ?? null,
            users: owners.filter((owner) => !owner.includes('/')),
            teams: owners.filter((owner) => owner.includes('/')),
            isAuthorAllowed: file.approvals['allow-author'] ?? false,
          },
  };
}

function present<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [name in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [name in Name]: Value }); // one key, just made
}
