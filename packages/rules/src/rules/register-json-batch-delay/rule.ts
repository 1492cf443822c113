import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const registerJsonBatchDelay = defineRule({
  id: 'register-json-batch-delay',
  description: 'Require max_batch_delay in JSON requests that register a model with a maxBatchDelay',
  rationale:
    'Since 0.10.0 a request that registers a model with a JSON body and without max_batch_delay does not leave the delay open: it sets −10000 ms, which beats the file, and no batch waits for its second request. A registration by query parameters is not affected.',
  area: 'batching',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host'],
  versions: { since: '0.10.0' },
  evidence: ['observed'],
  upstream: [
    torchserve('http/messages/RegisterModelRequest.java', 'the constructor for JSON bodies', '86-94'),
    torchserve('wlm/ModelManager.java', 'createModel: the request comes before the file', '423-443'),
  ],
  messages: {
    ignored:
      'maxBatchDelay is {milliseconds} ms, but a registration with a JSON body that leaves max_batch_delay out sets −10000 ms: TorchServe then ignores the file and does not wait for a batch to fill.',
  },
  suggestions: {
    ignored: 'Name "max_batch_delay": {milliseconds} in the JSON body, or register with query parameters.',
  },
  whenNotToUse: 'When models are registered by query parameters or through gRPC.',
  check: ({ effective, host }) => {
    const { maxBatchDelay, batchSize } = effective.settings;
    const milliseconds = declaredInteger(maxBatchDelay);
    // A batch of one request waits for nothing.
    if (host.entry !== 'register-api' || batchSize.value < 2) return [];
    if (milliseconds === null || milliseconds < 1) return [];
    return [{ messageId: 'ignored', at: maxBatchDelay.path, params: { milliseconds } }];
  },
});
