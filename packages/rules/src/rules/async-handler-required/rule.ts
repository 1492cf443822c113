import { formatConfigPath, torchserve } from '@topodiff/schema';
import { findAsyncEngine } from '../../async-engine.ts';
import { defineRule } from '../../rule.ts';

export const asyncHandlerRequired = defineRule({
  id: 'async-handler-required',
  description: 'Require asyncCommunication for the handlers of vLLM and TensorRT-LLM',
  rationale:
    'Both handlers are coroutines. Without asyncCommunication the worker never awaits them, and every request is answered 503.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['archive'],
  versions: { since: '0.11.1' },
  fixable: true,
  evidence: ['observed', 'documentation'],
  upstream: [
    torchserve('ts/torch_handler/vllm_handler.py', 'handle: a coroutine'),
    torchserve('ts/torch_handler/trt_llm_handler.py', 'handle: a coroutine'),
  ],
  messages: {
    off: '{marker} belongs to {engine}, whose handler is a coroutine: without asyncCommunication every request is answered 503.',
    handler: 'The handler {marker} is a coroutine: without asyncCommunication every request is answered 503.',
  },
  suggestions: { off: 'Set asyncCommunication: true.', handler: 'Set asyncCommunication: true.' },
  check: ({ effective, archive }) => {
    const engine = findAsyncEngine(effective, archive);
    const { asyncCommunication } = effective.settings;
    if (engine === null || asyncCommunication.value) return [];
    const fix =
      asyncCommunication.declared === undefined
        ? [{ kind: 'add-entry' as const, map: [], key: 'asyncCommunication', text: 'true' }]
        : [{ kind: 'replace-value' as const, at: asyncCommunication.path, text: 'true' }];
    if (engine.marker === null) {
      const params = { marker: archive?.manifest.handler ?? '' };
      return [{ messageId: 'handler' as const, at: asyncCommunication.path, params, fix }];
    }
    const params = { marker: formatConfigPath(engine.marker), engine: engine.name };
    return [{ messageId: 'off' as const, at: engine.marker, target: 'key' as const, params, fix }];
  },
});
