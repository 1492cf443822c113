import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const jobQueueSizeNotPositive = defineRule({
  id: 'job-queue-size-not-positive',
  description: 'Require a jobQueueSize of at least 1',
  rationale:
    'A queue without places cannot be asked for: 0 and less count as not set, and job_queue_size of config.properties, or its default of 100, counts.',
  area: 'queue',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['config.properties'],
  evidence: ['observed'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'setJobQueueSize', '415-417'),
    torchserve('wlm/Model.java', 'the queue of a model', '128-131'),
  ],
  messages: {
    notPositive: 'jobQueueSize is {written}, which counts as not set: the queue has {value} places.',
  },
  suggestions: { notPositive: 'Write 1 or more, or remove the line.' },
  check: ({ effective: { settings } }) => {
    const { path, value } = settings.jobQueueSize;
    const written = declaredInteger(settings.jobQueueSize);
    if (written === null || written > 0) return [];
    return [{ messageId: 'notPositive' as const, at: path, params: { written, value } }];
  },
});
