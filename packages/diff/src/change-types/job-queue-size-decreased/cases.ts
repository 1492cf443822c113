import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { jobQueueSizeDecreased } from './change-type.ts';

export const cases = defineCases(jobQueueSizeDecreased, {
  changed: [
    {
      name: 'a smaller number',
      example: true,
      base: yaml`
        jobQueueSize: 500
        #             ^^^ changed
      `,
      head: yaml`
        jobQueueSize: 50
        #             ^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'jobQueueSize', base: '500 requests', head: '50 requests' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a larger number',
      base: yaml`
        jobQueueSize: 50
      `,
      head: yaml`
        jobQueueSize: 500
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
