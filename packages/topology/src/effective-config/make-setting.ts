import type { UpstreamReference } from '@topodiff/schema';
import type { ConfiguredField } from './configured-model.ts';
import type { Cause, Origin, Setting } from './setting.ts';

/** What becomes of a configured field in the end. */
export interface Outcome<V> {
  readonly value: V;
  readonly origin?: Origin;
  readonly cause?: Cause;
  readonly isAssumed?: boolean;
}

/** A setting that is used as the frontend configured it. */
export function settle<T>(field: ConfiguredField<T>, upstream: UpstreamReference): Setting<T> {
  return settleAs(field, { value: field.configured }, upstream);
}

/** A setting with another end than its field; without an origin and a cause of its own it keeps the field's. */
export function settleAs<T>(
  field: ConfiguredField<T>,
  outcome: Outcome<T>,
  upstream: UpstreamReference,
): Setting<T> {
  const cause = outcome.origin === undefined ? (outcome.cause ?? field.cause) : outcome.cause;
  return {
    key: field.key,
    path: field.path,
    declared: field.declared,
    configured: field.configured,
    value: outcome.value,
    origin: outcome.origin ?? field.origin,
    ...(cause === undefined ? {} : { cause }),
    isAssumed: outcome.isAssumed ?? false,
    upstream,
  };
}

/** The file says it, and the frontend took it (perhaps moved into its range). */
export function isTaken<T>(field: ConfiguredField<T>): boolean {
  return field.declared !== undefined && field.origin !== 'ignored';
}
