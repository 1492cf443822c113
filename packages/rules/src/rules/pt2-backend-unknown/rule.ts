import type { TorchserveVersion } from '@topodiff/schema';
import { isAtLeast, torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

/** TorchServe’s own list, whatever PyTorch has beside it. */
const backends: Readonly<Record<string, TorchserveVersion>> = {
  eager: '0.8.0',
  aot_eager: '0.8.0',
  inductor: '0.8.0',
  nvfuser: '0.8.0',
  aot_nvfuser: '0.8.0',
  aot_cudagraphs: '0.8.0',
  ofi: '0.8.0',
  fx2trt: '0.8.0',
  onnxrt: '0.8.0',
  ipex: '0.8.0',
  torchxla_trace_once: '0.8.0',
  openvino: '0.11.0',
  tensorrt: '0.11.1',
  hpu_backend: '0.11.1',
};

export const pt2BackendUnknown = defineRule({
  id: 'pt2-backend-unknown',
  description: 'Require a backend that TorchServe lists for torch.compile',
  rationale:
    'BaseHandler checks the backend against a list of its own, which lacks some that PyTorch has. With another one it warns and serves the model uncompiled.',
  area: 'handler',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source'],
  upstream: [
    torchserve('ts/utils/util.py', 'PT2Backend', '17-31'),
    torchserve('ts/torch_handler/base_handler.py', 'initialize: the backend', '234'),
  ],
  messages: {
    unknown: 'TorchServe {version} knows no backend {backend}: it warns and serves the model uncompiled.',
  },
  suggestions: { unknown: 'Use a backend of its list: {known}.' },
  check: ({ effective, host: { torchserveVersion: version } }) => {
    const known = Object.keys(backends).filter((name) => isAtLeast(version, backends[name] ?? version));
    return [['pt2'], ['pt2', 'backend'], ['pt2', 'compile', 'backend']].flatMap((at) => {
      const backend = valueAt(handlerRoot(effective), at);
      if (backend?.kind !== 'string' || known.includes(backend.value)) return [];
      const params = { version, backend: backend.value, known: known.join(', ') };
      return [{ messageId: 'unknown' as const, at, params }];
    });
  },
});
