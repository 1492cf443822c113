import { torchserve } from '@topodiff/schema';
import type { UpstreamReference } from '@topodiff/schema';
import { readsModelsJson } from './batching-settings.ts';
import type { ConfiguredField } from './configured-model.ts';
import type { FrontendSettings } from './effective-config.ts';
import { fromSnapshot } from './from-snapshot.ts';
import { settle, settleAs } from './make-setting.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Setting } from './setting.ts';

const defaultTimeoutSec = 120;
const asyncLoadTimeoutSec = 600;

type TimeoutSettings = Pick<
  FrontendSettings,
  'responseTimeout' | 'startupTimeout' | 'maxRetryTimeoutInSec' | 'clientTimeoutInMills'
>;

/**
 * The timeouts. A config file that was read always sets both timeouts (120 s where it does not say), which hides the models
 * JSON and `default_response_timeout` / `default_startup_timeout`; only without one do these count.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/ModelManager.java `createModel` (445-479) and Model.java
 * (126: maxRetryTimeoutInSec times 1000 in 32 bit).
 * Not imitated: the parameters of a registration, which count only without a config file.
 */
export function resolveTimeoutSettings(context: ResolveContext): TimeoutSettings {
  const { configured, snapshot } = context;
  const responseTimeout = fromSnapshot(
    resolveTimeout(
      configured.responseTimeout,
      context,
      context.modelProperties?.responseTimeout,
      context.host.configProperties?.defaultResponseTimeout,
      torchserve('wlm/ModelManager.java', 'createModel', '445-463'),
    ),
    snapshot,
    'responseTimeout',
  );
  return {
    responseTimeout: configured.asyncCommunication.configured
      ? withoutEffect(responseTimeout, torchserve('wlm/AsyncWorkerThread.java', 'run', '53-96'))
      : responseTimeout,
    startupTimeout: resolveStartupTimeout(context, responseTimeout),
    maxRetryTimeoutInSec: resolveMaxRetryTimeout(configured.maxRetryTimeoutInSec),
    clientTimeoutInMills: settle(
      configured.clientTimeoutInMills,
      torchserve('wlm/Model.java', 'clientTimeoutInMills'),
    ),
  };
}

function resolveStartupTimeout(context: ResolveContext, responseTimeout: Setting<number>): Setting<number> {
  const { configured, behaviours, snapshot } = context;
  const field = configured.startupTimeout;
  if (behaviours.loadTimeout === 'startup-timeout') {
    return fromSnapshot(
      resolveTimeout(
        field,
        context,
        context.modelProperties?.startupTimeout,
        context.host.configProperties?.defaultStartupTimeout,
        torchserve('wlm/ModelManager.java', 'createModel', '464-479'),
      ),
      snapshot,
      'startupTimeout',
    );
  }
  // Before 0.12.0 the key does not exist: the time to load is the response timeout, of an async worker ten minutes.
  const isFixed =
    behaviours.loadTimeout === 'response-timeout-or-ten-minutes-async' &&
    configured.asyncCommunication.configured;
  return settleAs(
    field,
    {
      value: isFixed ? asyncLoadTimeoutSec : responseTimeout.value,
      ...(field.declared === undefined
        ? { origin: 'default' as const }
        : { origin: 'ignored' as const, cause: 'not-in-version' as const }),
      isAssumed: responseTimeout.isAssumed,
    },
    torchserve('wlm/WorkerThread.java', 'run', '157'),
  );
}

function resolveTimeout(
  field: ConfiguredField<number>,
  context: ResolveContext,
  fromModelsJson: number | undefined,
  fromServerDefault: number | undefined,
  upstream: UpstreamReference,
): Setting<number> {
  if (context.hasConfig) return settle(field, upstream);
  if (readsModelsJson(context) && fromModelsJson !== undefined && fromModelsJson > 0) {
    const isAssumed = context.isModelVersionAssumed;
    return settleAs(field, { value: fromModelsJson, origin: 'from-config-properties', isAssumed }, upstream);
  }
  return fromServerDefault === undefined
    ? settleAs(field, { value: defaultTimeoutSec, origin: 'default' }, upstream)
    : settleAs(field, { value: fromServerDefault, origin: 'from-config-properties' }, upstream);
}

/** A declared value that nothing reads; its value stays visible, as TorchServe's own description shows it. */
function withoutEffect(setting: Setting<number>, upstream: UpstreamReference): Setting<number> {
  if (setting.declared === undefined || setting.origin === 'ignored') return setting;
  return { ...setting, origin: 'overridden', cause: 'no-effect', upstream };
}

function resolveMaxRetryTimeout(field: ConfiguredField<number>): Setting<number> {
  const upstream = torchserve('wlm/Model.java', 'maxRetryTimeoutInMill', '126');
  const milliseconds = Math.imul(field.configured, 1000);
  const value = Math.trunc(milliseconds / 1000);
  if (value === field.configured) return settle(field, upstream);
  return settleAs(field, { value, origin: 'coerced', cause: 'above-maximum' }, upstream);
}
