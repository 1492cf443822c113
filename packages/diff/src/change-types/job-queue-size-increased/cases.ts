import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { jobQueueSizeIncreased } from './change-type.ts';

export const cases = defineCases(jobQueueSizeIncreased, {
  changed: [
    {
      name: 'a larger number',
      example: true,
      base: yaml`
        jobQueueSize: 50
        #             ^^ changed
      `,
      head: yaml`
        jobQueueSize: 500
        #             ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'jobQueueSize', base: '50 requests', head: '500 requests' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a smaller number',
      base: yaml`
        jobQueueSize: 500
      `,
      head: yaml`
        jobQueueSize: 50
      `,
    },
    {
      name: 'the same number in another spelling',
      base: yaml`
        jobQueueSize: 500
      `,
      head: yaml`
        jobQueueSize: +500
      `,
    },
    {
      name: 'the default written out',
      base: yaml`
        deviceType: cpu
      `,
      head: yaml`
        deviceType: cpu
        jobQueueSize: 100
      `,
    },
    {
      name: '0 means the default',
      base: yaml`
        deviceType: cpu
      `,
      head: yaml`
        deviceType: cpu
        jobQueueSize: 0
      `,
    },
  ],
});
