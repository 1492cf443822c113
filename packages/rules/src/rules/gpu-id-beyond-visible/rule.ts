import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

/** TorchServe’s own handlers, which all take the device from BaseHandler.initialize. */
const builtInHandlers = [
  'base_handler',
  'image_classifier',
  'image_segmenter',
  'object_detector',
  'text_classifier',
  'text_handler',
  'vision_handler',
];

export const gpuIdBeyondVisible = defineRule({
  id: 'gpu-id-beyond-visible',
  description: 'Disallow several parallel workers of a handler that goes by gpu_id',
  rationale:
    'A parallel worker sees as many GPUs as its level, numbered from 0, but gpu_id is the position of its first GPU on the host. From the second worker on BaseHandler asks for a device that the process does not have.',
  area: 'devices',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'archive',
  inputs: ['host'],
  evidence: ['observed', 'source'],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'runWorker: gpu_id of the LOAD command', '392'),
    torchserve('ts/torch_handler/base_handler.py', 'initialize: cuda:<gpu_id>', '155-158'),
  ],
  messages: {
    beyond:
      'The handler {handler} takes cuda:{gpu} in worker {worker}, which sees only {visible} GPUs: it cannot load.',
  },
  suggestions: { beyond: 'Use a handler that goes by LOCAL_RANK, or one worker.' },
  check: ({ launch, archive, effective: { settings } }) => {
    const handler = archive.manifest.handler;
    if (handler === null || !builtInHandlers.includes(handler)) return [];
    const index = launch.workers.findIndex(
      ({ gpuId, visibleDevices }) =>
        visibleDevices !== null && gpuId !== null && gpuId >= visibleDevices.length,
    );
    const worker = launch.workers[index];
    if (worker === undefined) return [];
    const params = {
      handler,
      worker: index + 1,
      gpu: worker.gpuId ?? 0,
      visible: worker.visibleDevices?.length ?? 0,
    };
    return [{ messageId: 'beyond' as const, at: settings.minWorkers.path, params }];
  },
});
