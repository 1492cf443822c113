import { areLaunchesObserved, type HostProfile } from '@topodiff/topology';
import type { ReportModel, ReportNotice } from './report.ts';
import type { ReviewContext } from './review-context.ts';

/** What is to be said about the report as a whole: the caller's notices, and faults of each config.properties. */
export function listNotices(
  { input, hosts }: ReviewContext,
  models: readonly Pick<ReportModel, 'path'>[],
): ReportNotice[] {
  const { notices = [], configPropertiesPath } = input;
  const used = [null, ...models.map(({ path }) => path)].map((path) => ({
    properties: (path === null ? null : hosts.poolOf(path)?.configProperties) ?? configPropertiesPath ?? null,
    base: path === null ? hosts.ownHost('base') : hosts.hostOf(path, 'base'),
    head: path === null ? hosts.ownHost('head') : hosts.hostOf(path, 'head'),
  }));
  const ofHead = used.flatMap(({ head, properties }) => propertiesNotices(head, properties));
  const known = new Set(ofHead.map((notice) => notice.message));
  const ofBase = used.flatMap(({ base, properties }) => propertiesNotices(base, properties));
  return [
    ...notices.map(({ code, severity, message, path }) => ({ code, severity, message, path: path ?? null })),
    ...listUnobserved(used.flatMap(({ base, head }) => [base, head])),
    ...dropRepeated(ofHead),
    // At base the fault is history: it explains figures and blocks nothing.
    ...dropRepeated(ofBase)
      .filter((notice) => !known.has(notice.message))
      .map((notice) => ({ ...notice, severity: 'info' as const })),
  ];
}

function dropRepeated(notices: readonly ReportNotice[]): readonly ReportNotice[] {
  return [...new Map(notices.map((notice) => [notice.message, notice])).values()];
}

/** Versions and ways in for which nobody compared our plan with the real program: the plan follows the source alone. */
function listUnobserved(hosts: readonly HostProfile[]): ReportNotice[] {
  const unobserved = hosts
    .filter((host) => !areLaunchesObserved(host))
    .map(({ torchserveVersion, entry }) => `TorchServe ${torchserveVersion} by ${entryWords[entry]}`);
  return [...new Set(unobserved)].map((launches) => ({
    code: 'launches-not-observed',
    severity: 'info',
    message: `Nobody watched launches of ${launches}: what is said of them follows the source alone.`,
    path: null,
  }));
}

const entryWords: Readonly<Record<HostProfile['entry'], string>> = {
  startup: 'startup',
  'register-api': 'the register API',
  snapshot: 'a snapshot',
};

function propertiesNotices({ configProperties }: HostProfile, path: string | null): ReportNotice[] {
  return (configProperties?.problems ?? []).map(({ code, message, range, stopsSince }) => ({
    code: `config-properties/${code}`,
    severity: stopsSince === undefined ? 'warning' : 'error',
    message: `${path ?? 'config.properties'}:${range.start.line}:${range.start.column}: ${message}.`,
    path,
  }));
}
