import { entryOf, torchserve } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { missingKeys } from '../../missing-keys.ts';
import { defineRule } from '../../rule.ts';

export const pippyMissingKey = defineRule({
  id: 'pippy-missing-key',
  description: 'Require the keys that the PiPPy handler reads',
  rationale:
    'TorchServe’s PiPPy handler has no defaults for them and fails while it loads. The samples of the documentation lack handler.model_path, and call model_type optional.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source'],
  upstream: [
    torchserve('ts/handler_utils/distributed/pt_pippy.py', 'initialize_rpc_workers and get_pipeline_driver'),
    torchserve('ts/torch_handler/distributed/base_pippy_handler.py', 'initialize'),
  ],
  messages: {
    section: 'The pippy section lacks {keys}: the model fails to load.',
    modelPath: 'The PiPPy handler needs handler.model_path: the model fails to load.',
  },
  suggestions: { section: 'Add {keys}.', modelPath: 'Add model_path to the handler section.' },
  whenNotToUse: 'When a handler of your own, not one derived from BasePippyHandler, reads the section.',
  check: ({ effective }) => {
    const root = handlerRoot(effective);
    const pippy = entryOf(root, 'pippy');
    if (pippy?.kind !== 'map' || effective.settings.parallelType.value !== 'PP') return [];
    const keys = missingKeys(pippy, ['rpc_timeout', 'num_worker_threads', 'input_names', 'model_type']);
    const hasPath = entryOf(entryOf(root, 'handler'), 'model_path') !== undefined;
    const place = { at: ['pippy'], target: 'key' as const };
    return [
      ...(keys === null ? [] : [{ messageId: 'section' as const, ...place, params: { keys } }]),
      ...(hasPath ? [] : [{ messageId: 'modelPath' as const, ...place }]),
    ];
  },
});
