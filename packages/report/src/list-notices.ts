import { areLaunchesObserved, type HostProfile } from '@topodiff/topology';
import type { Report } from './report.ts';
import type { ReviewInput } from './review-input.ts';

type Notice = Report['notices'][number];

/** What is to be said about the report as a whole: the caller's notices, and faults of the config.properties. */
export function listNotices({ notices = [], host, baseHost, configPropertiesPath }: ReviewInput): Notice[] {
  const path = configPropertiesPath ?? null;
  const ofHead = propertiesNotices(host, path);
  const known = new Set(ofHead.map((notice) => notice.message));
  const ofBase = baseHost === undefined ? [] : propertiesNotices(baseHost, path);
  return [
    ...notices.map(({ code, severity, message, path: noticePath }) => ({
      code,
      severity,
      message,
      path: noticePath ?? null,
    })),
    ...listUnobserved(baseHost === undefined ? [host] : [baseHost, host]),
    ...ofHead,
    // At base the fault is history: it explains figures and blocks nothing.
    ...ofBase
      .filter((notice) => !known.has(notice.message))
      .map((notice) => ({ ...notice, severity: 'info' as const })),
  ];
}

/** Versions and ways in for which nobody compared our plan with the real program: the plan follows the source alone. */
function listUnobserved(hosts: readonly HostProfile[]): Notice[] {
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

function propertiesNotices({ configProperties }: HostProfile, path: string | null): Notice[] {
  return (configProperties?.problems ?? []).map(({ code, message, range }) => ({
    code: `config-properties/${code}`,
    severity: 'error',
    message: `${path ?? 'config.properties'}:${range.start.line}:${range.start.column}: ${message}.`,
    path,
  }));
}
