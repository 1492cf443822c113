import { torchserve } from '@topodiff/schema';
import type { FrontendSettings } from './effective-config.ts';
import { settleAs } from './make-setting.ts';
import type { Outcome } from './make-setting.ts';
import type { ConfiguredField } from './configured-model.ts';
import { fromSnapshot } from './from-snapshot.ts';
import type { ResolveContext } from './resolve-context.ts';

const defaultBatchSize = 1;
const defaultMaxBatchDelayMs = 100;

/**
 * Batch size and delay: the snapshot, the file (from 1 up: a delay of 0 cannot be told from none), the models JSON, 1 and
 * 100 ms.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/ModelManager.java `createModel` (401-443).
 * Not imitated: the parameters of a registration, which come before the file, and the −10000 ms of a JSON body without a
 * delay: a host profile does not hold requests.
 */
export function resolveBatchingSettings(
  context: ResolveContext,
): Pick<FrontendSettings, 'batchSize' | 'maxBatchDelay'> {
  const { configured, modelProperties, isModelVersionAssumed, snapshot } = context;
  const batchUpstream = torchserve('wlm/ModelManager.java', 'createModel', '401-421');
  const delayUpstream = torchserve('wlm/ModelManager.java', 'createModel', '423-443');
  const properties = readsModelsJson(context) ? modelProperties : undefined;
  return {
    batchSize: fromSnapshot(
      settleAs(
        configured.batchSize,
        firstPositive(configured.batchSize, properties?.batchSize, defaultBatchSize, isModelVersionAssumed),
        batchUpstream,
      ),
      snapshot,
      'batchSize',
    ),
    maxBatchDelay: fromSnapshot(
      settleAs(
        configured.maxBatchDelay,
        firstPositive(
          configured.maxBatchDelay,
          properties?.maxBatchDelay,
          defaultMaxBatchDelayMs,
          isModelVersionAssumed,
        ),
        delayUpstream,
      ),
      snapshot,
      'maxBatchDelay',
    ),
  };
}

/** 0.8.0 looks into the models JSON only for a model that has a config file. */
export function readsModelsJson({ hasConfig, behaviours }: ResolveContext): boolean {
  return hasConfig || behaviours.readsModelsJsonWithoutConfig;
}

function firstPositive(
  field: ConfiguredField<number>,
  property: number | undefined,
  fallback: number,
  isPropertyAssumed: boolean,
): Outcome<number> {
  if (field.configured > 0) return { value: field.configured };
  const isFromProperties = property !== undefined && property > 0;
  const value = isFromProperties ? property : fallback;
  const isAssumed = isFromProperties && isPropertyAssumed;
  if (field.declared !== undefined) {
    return { value, isAssumed, origin: 'ignored', cause: field.cause ?? 'below-minimum' };
  }
  return { value, isAssumed, origin: isFromProperties ? 'from-config-properties' : 'default' };
}
