import { yaml } from '@topodiff/testkit';
import { defineCases, withProperties } from '../../testing/define-cases.ts';
import { jobQueueSizeNotPositive } from './rule.ts';

export const cases = defineCases(jobQueueSizeNotPositive, {
  valid: [
    {
      name: 'job-queue-size: a queue with places',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        jobQueueSize: 7
      `,
    },
  ],
  invalid: [
    {
      name: 'job-queue-negative: fewer than none',
      example: true,
      host: withProperties('job_queue_size=50'),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        jobQueueSize: -7
        #             ^^ notPositive {"written":-7,"value":50}
      `,
    },
  ],
});
