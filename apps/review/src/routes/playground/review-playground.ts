import { reviewModelConfigs, type Report } from '@topodiff/report';
import { torchserveVersions } from '@topodiff/schema';
import { mostGpusOfAHost, type HostProfile } from '@topodiff/topology';
import { serviceVersion } from '../../service-version.ts';
import type { PlaygroundForm } from '../../views/playground/playground-page.tsx';
import type { PlaygroundSide } from './read-uploaded-side.ts';

/** The host that the form describes, or a sentence that says what is wrong with it. */
export function playgroundHost({ gpus, version }: PlaygroundForm): HostProfile | string {
  const torchserveVersion = torchserveVersions.find((one) => one === version);
  if (torchserveVersion === undefined) return 'Choose one of the versions of TorchServe.';
  if (gpus !== '' && (!/^\d{1,6}$/.test(gpus) || Number(gpus) > mostGpusOfAHost)) {
    return `GPUs of the host: a whole number from 0 to ${mostGpusOfAHost}, or nothing where it is unknown.`;
  }
  return {
    gpus: gpus === '' ? 'unknown' : Number(gpus),
    cpuCores: 'unknown',
    entry: 'startup',
    torchserveVersion,
  };
}

/** Reviews what the playground got: one side is checked, two are compared. */
export function reviewPlayground(
  base: PlaygroundSide | null,
  head: PlaygroundSide | null,
  host: HostProfile,
  now: Date,
): Report | null {
  const shown = head ?? base;
  if (shown === null) return null;
  const isComparison = base !== null && head !== null;
  const [before, after] = isComparison ? [base, head] : [null, shown];
  const nothing = new Map<string, string | null>();
  return reviewModelConfigs({
    toolVersion: serviceVersion,
    today: now.toISOString().slice(0, 10),
    failOn: 'error',
    host,
    ...(isComparison ? { comparison: { base: { name: 'before' }, head: { name: 'after' } } } : {}),
    models: [
      {
        path: shown.path,
        base: before?.source ?? null,
        head: after.source,
        isExplicit: true,
        relatedFiles: { base: before?.relatedFiles ?? nothing, head: after.relatedFiles },
        ...((before?.archive ?? null) === null && after.archive === null
          ? {}
          : { archives: { base: before?.archive ?? null, head: after.archive } }),
      },
    ],
  });
}
