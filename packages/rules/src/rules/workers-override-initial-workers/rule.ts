import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { workerPair } from '../../worker-pair.ts';

export const workersOverrideInitialWorkers = defineRule({
  id: 'workers-override-initial-workers',
  description: 'Disallow worker counts in the file of a model that the register API loads',
  rationale:
    "When a model is registered through the management API, a valid pair of minWorkers and maxWorkers in its file beats the request's own initial_workers. A request for no worker, or for more of them, is answered as if it had not asked.",
  area: 'workers',
  severity: 'info',
  presets: ['strict'],
  needs: 'effective-config',
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [torchserve('util/ApiUtils.java', 'handleRegister: the pair of the file comes first', '199-222')],
  upstreamIssues: [2851],
  messages: {
    overrides:
      'minWorkers is {min} and maxWorkers {max}: TorchServe registers the model with these, whatever initial_workers the request names.',
  },
  suggestions: {
    overrides: 'Remove both where the request shall decide, or leave initial_workers out of the request.',
  },
  whenNotToUse: 'When the file, not the request, shall say how many workers there are.',
  check: ({ effective, host }) => {
    const pair = workerPair(effective);
    if (host.entry !== 'register-api' || pair === null) return [];
    const { min, max } = pair;
    return [{ messageId: 'overrides', at: effective.settings.minWorkers.path, params: { min, max } }];
  },
});
