import { torchserve } from '@topodiff/schema';
import { torchrunWorkers } from '../../torchrun-workers.ts';
import { defineRule } from '../../rule.ts';

export const rdzvEndpointDefaultShared = defineRule({
  id: 'rdzv-endpoint-default-shared',
  description: 'Require a rendezvous endpoint when several torchrun workers share a host',
  rationale:
    'Without an endpoint torchrun’s c10d backend meets at localhost:29400. The first torchrun of the host serves the store there, the others join it, and lose it when the first ends.',
  area: 'launcher',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  inputs: ['host', 'deployment'],
  versions: { since: '0.8.1' },
  evidence: ['source', 'unverified'],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: no endpoint of its own', '308-312')],
  messages: {
    shared:
      '{workers} torchrun workers of this host meet at localhost:29400, the default: when the first ends, the others lose their store.',
  },
  suggestions: { shared: 'Try rdzv-endpoint: localhost:0, with which each torchrun takes a free port.' },
  check: ({ launch, effective, deployment }) => {
    const endpoint = effective.settings.torchrun?.rdzvEndpoint;
    if (endpoint === undefined || endpoint.value !== null || torchrunWorkers(launch) === 0) return [];
    const sharing = (deployment?.models ?? [launch]).filter(
      (model) => model.effective.settings.torchrun?.rdzvEndpoint.value === null,
    );
    const workers = sharing.reduce((sum, model) => sum + torchrunWorkers(model), 0);
    if (workers < 2) return [];
    return [{ messageId: 'shared' as const, at: ['torchrun'], target: 'key' as const, params: { workers } }];
  },
});
