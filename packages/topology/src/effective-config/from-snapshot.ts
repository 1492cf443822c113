import type { SnapshotNumber, SnapshotState } from './read-model-snapshot.ts';
import type { Setting } from './setting.ts';

/**
 * The setting after a snapshot is restored: the snapshot's value replaces the file's. When the snapshot is not at hand the
 * value stays, as an assumption.
 */
export function fromSnapshot(
  setting: Setting<number>,
  snapshot: SnapshotState | 'unknown' | null,
  key: SnapshotNumber,
): Setting<number> {
  if (snapshot === null) return setting;
  const value = snapshot === 'unknown' ? undefined : snapshot[key];
  return {
    ...setting,
    value: value ?? setting.value,
    origin: setting.declared === undefined ? 'from-config-properties' : 'overridden',
    cause: 'snapshot',
    isAssumed: value === undefined,
  };
}
