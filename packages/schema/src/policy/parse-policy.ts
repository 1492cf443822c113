import { LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { $ZodIssue } from 'zod/v4/core';
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

/**
 * Reads the text of a `.topodiff.yaml` (YAML 1.2). Never throws: each mistake is a problem with its place. An empty file
 * is a policy that lays down nothing.
 */
export function parsePolicy(text: string): PolicyReading {
  if (text.length > mostCharacters) {
    const message = `the file has more than ${mostCharacters} characters`;
    return { kind: 'invalid', problems: [{ message, line: 1, column: 1 }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return {
      kind: 'invalid',
      problems: faults.map(({ message, pos }) => ({ message: firstLine(message), ...placeAt(pos[0]) })),
    };
  }
  const placeOf: PolicyPlaceFinder = (path) => placeAt(offsetOf(document, path));
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 50 }) as unknown; // zod checks it below
  } catch (error) {
    const message = error instanceof Error ? firstLine(error.message) : String(error);
    return { kind: 'invalid', problems: [{ message, line: 1, column: 1 }] };
  }
  const result = PolicySchema.safeParse(content ?? {});
  if (result.success) return { kind: 'policy', policy: toPolicy(result.data), placeOf };
  const problems = result.error.issues
    .flatMap((issue) => describeIssue(issue as $ZodIssue, placeOf))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  return { kind: 'invalid', problems };
}

function describeIssue(issue: $ZodIssue, placeOf: PolicyPlaceFinder): readonly PolicyProblem[] {
  const path = issue.path.filter((name) => typeof name !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const where = path.length === 0 ? '' : ` in ${formatPath(path)}`;
    return issue.keys.map((key) => ({
      message: `unknown key ${JSON.stringify(key)}${where}`,
      ...placeOf([...path, key]),
    }));
  }
  const subject = path.length === 0 ? 'the file' : formatPath(path);
  return [{ message: `${subject}: ${wordsOf(issue)}`, ...placeOf(path) }];
}

function wordsOf(issue: $ZodIssue): string {
  const { message } = issue;
  return /^[A-Z]/.test(message) ? message.replace(/^Invalid input: /, '') : `expected ${message}`;
}

function formatPath(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (written, name) =>
      typeof name === 'number' ? `${written}[${name}]` : written === '' ? name : `${written}.${name}`,
    '',
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}

/** Of the key that a path ends in, of an item of a list, or of the nearest parent that exists. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const name of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => scalarOf(key) === String(name));
      if (pair === undefined) return offset;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSequence(node) && typeof name === 'number' && node.items[name] !== undefined) {
      node = node.items[name];
      offset = startOf(node);
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0; // every parsed node has a range
}

function isMap(node: unknown): node is { readonly items: readonly Pair[] } {
  return (
    hasItems(node) && node.items.every((item) => typeof item === 'object' && item !== null && 'key' in item)
  );
}

function isSequence(node: unknown): node is { readonly items: readonly unknown[] } {
  return hasItems(node);
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function scalarOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null || !('value' in node)) return null;
  return String(node.value);
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
