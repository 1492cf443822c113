import { torchserve } from '@topodiff/schema';
import { torchrunWorkers } from '../../torchrun-workers.ts';
import { defineRule } from '../../rule.ts';

export const rdzvEndpointShared = defineRule({
  id: 'rdzv-endpoint-shared',
  description: 'Disallow one rendezvous endpoint for several workers',
  rationale:
    'Every torchrun of a host that gets the same endpoint meets in one store: the first hosts it, the others join, and all lose it when the first ends. The static backend cannot be shared at all.',
  area: 'launcher',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  inputs: ['host', 'deployment'],
  evidence: ['source'],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: the endpoint is passed as it is', '310')],
  messages: {
    workers:
      'All {workers} workers of the model meet at {endpoint}: when the first ends, the others lose their store.',
    models: 'The model meets at {endpoint}, and so does {other} on the same host.',
  },
  suggestions: {
    workers: 'Remove rdzv-endpoint, or use one worker.',
    models: 'Give each model a port of its own.',
  },
  check: ({ launch, effective, deployment }) => {
    const setting = effective.settings.torchrun?.rdzvEndpoint;
    const endpoint = setting?.value ?? null;
    const workers = torchrunWorkers(launch);
    // Port 0 lets every torchrun take one of its own.
    if (setting === undefined || endpoint === null || workers === 0 || endpoint.endsWith(':0')) return [];
    if (workers >= 2) {
      return [{ messageId: 'workers' as const, at: setting.path, params: { workers, endpoint } }];
    }
    const other = deployment?.models.find(
      (model) =>
        model !== launch &&
        torchrunWorkers(model) > 0 &&
        model.effective.settings.torchrun?.rdzvEndpoint.value === endpoint,
    );
    if (other === undefined) return [];
    return [{ messageId: 'models' as const, at: setting.path, params: { endpoint, other: other.modelName } }];
  },
});
