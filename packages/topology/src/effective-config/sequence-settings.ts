import { torchserve } from '@topodiff/schema';
import type { ConfiguredField } from './configured-model.ts';
import type { FrontendSettings } from './effective-config.ts';
import { settle, settleAs } from './make-setting.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Setting } from './setting.ts';

type SequenceSettings = Pick<
  FrontendSettings,
  | 'sequenceBatching'
  | 'sequenceMaxIdleMSec'
  | 'sequenceTimeoutMSec'
  | 'maxSequenceJobQueueSize'
  | 'maxNumSequence'
>;

/**
 * Sequence batching. While sequenceMaxIdleMSec is 0 the gate is closed: the model keeps 0 for the three keys behind it,
 * whatever the file says. maxNumSequence was meant to rise to batchSize × maxWorkers, but both are still 0 when it is
 * computed, so that it stays as configured.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/Model.java (constructor, 133-147).
 */
export function resolveSequenceSettings({ configured, behaviours }: ResolveContext): SequenceSettings {
  const upstream = torchserve('wlm/Model.java', 'sequenceMaxIdleMSec', '133-147');
  const idle = configured.sequenceMaxIdleMSec;
  const isOpen = idle.configured > 0;
  const behindGate = (field: ConfiguredField<number>): Setting<number> =>
    isOpen ? settle(field, upstream) : closed(field);
  const closed = (field: ConfiguredField<number>): Setting<number> =>
    settleAs(
      field,
      field.declared === undefined || field.origin === 'ignored'
        ? { value: 0 }
        : { value: 0, origin: 'ignored', cause: 'gate-closed' },
      upstream,
    );
  return {
    sequenceBatching: behaviours.hasSequenceBatchingKey
      ? settle(configured.sequenceBatching, torchserve('wlm/Model.java', 'sequenceBatch'))
      : settleAs(configured.sequenceBatching, { value: isOpen }, upstream),
    sequenceMaxIdleMSec: settle(idle, upstream),
    sequenceTimeoutMSec: behindGate(configured.sequenceTimeoutMSec),
    maxSequenceJobQueueSize: behindGate(configured.maxSequenceJobQueueSize),
    maxNumSequence: behindGate(configured.maxNumSequence),
  };
}
