import { torchserve } from '@topodiff/schema';
import type { ConfiguredField } from './configured-model.ts';
import type { FrontendSettings } from './effective-config.ts';
import { settle, settleAs } from './make-setting.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Setting } from './setting.ts';

const defaultJobQueueSize = 100;

type QueueSettings = Pick<
  FrontendSettings,
  'jobQueueSize' | 'useJobTicket' | 'continuousBatching' | 'asyncCommunication' | 'useVenv'
>;

/**
 * The queue's capacity (the file from 1 up, `job_queue_size`, 100) and the flags that choose how it is emptied.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/Model.java (constructor, 94-132).
 * Not imitated: a manifest whose runtime is not `python`, for which useVenv does nothing; the models JSON's runtimeType
 * that says so is taken into account.
 */
export function resolveQueueSettings({ configured, host, modelProperties }: ResolveContext): QueueSettings {
  const fromModel = (symbol: string) => torchserve('wlm/Model.java', symbol);
  return {
    jobQueueSize: resolveJobQueueSize(configured.jobQueueSize, host.configProperties?.jobQueueSize),
    useJobTicket: settle(configured.useJobTicket, fromModel('useJobTicket')),
    continuousBatching: settle(configured.continuousBatching, fromModel('continuousBatching')),
    asyncCommunication: settle(configured.asyncCommunication, fromModel('asyncCommunication')),
    useVenv: resolveUseVenv(configured.useVenv, modelProperties?.runtimeType),
  };
}

function resolveJobQueueSize(field: ConfiguredField<number>, property: number | undefined): Setting<number> {
  const upstream = torchserve('wlm/Model.java', 'queueSize', '128-131');
  if (field.configured > 0) return settle(field, upstream);
  const value = property ?? defaultJobQueueSize;
  if (field.declared !== undefined) {
    const cause = field.cause ?? 'below-minimum';
    return settleAs(field, { value, origin: 'ignored', cause }, upstream);
  }
  const origin = property === undefined ? 'default' : 'from-config-properties';
  return settleAs(field, { value, origin }, upstream);
}

function resolveUseVenv(field: ConfiguredField<boolean>, runtimeType: string | undefined): Setting<boolean> {
  const upstream = torchserve('wlm/Model.java', 'isUseVenv', '681-687');
  if (!field.configured || runtimeType === undefined || runtimeType === 'python') {
    return settle(field, upstream);
  }
  return settleAs(field, { value: false, origin: 'overridden', cause: 'no-effect' }, upstream);
}
