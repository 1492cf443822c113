import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { settingBecameIneffective } from './change-type.ts';

export const cases = defineCases(settingBecameIneffective, {
  changed: [
    {
      name: 'a number in quotes',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
          #               ^ ignored
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: "8"
          #               ^^^ ignored
      `,
      expected: [
        {
          messageId: 'ignored',
          params: {
            key: 'torchrun.nproc-per-node',
            base: '8',
            head: '"8"',
            why: 'its type is wrong',
            isUnread: false,
            effect: '1',
          },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'the other one of a pair went',
      host: gpus(2),
      base: yaml`
        minWorkers: 2
        #           ^ ignored
        maxWorkers: 2
      `,
      head: yaml`
        minWorkers: 2
        #           ^ ignored
      `,
      expected: [
        {
          messageId: 'ignored',
          params: {
            key: 'minWorkers',
            base: '2',
            head: '2',
            why: 'minWorkers and maxWorkers count only together',
            isUnread: false,
            effect: '2',
          },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'the situation changes',
      example: true,
      base: yaml`
        responseTimeout: 300
        #                ^^^ unread
      `,
      head: yaml`
        responseTimeout: 300
        #                ^^^ unread
        asyncCommunication: true
      `,
      expected: [
        {
          messageId: 'unread',
          params: {
            key: 'responseTimeout',
            base: '300',
            head: '300',
            why: 'an asynchronous worker has no response timeout',
            isUnread: true,
            effect: '300',
          },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'the situation changes and the key goes with it',
      base: yaml`
        batchSize: 8
        maxBatchDelay: 50
        #              ^^ removed
      `,
      head: yaml`
        batchSize: 1
        # @1:1-1:13 removed nearest
      `,
      expected: [
        {
          messageId: 'removed',
          params: {
            key: 'maxBatchDelay',
            base: '50',
            head: 'nothing',
            why: 'a batch holds one request, so there is nothing to wait for',
            isUnread: true,
            effect: '100',
          },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'it had no effect before',
      base: yaml`
        parallelType: tp
      `,
      head: yaml`
        parallelType: pp
      `,
    },
    {
      name: 'a key that goes takes its effect along',
      base: yaml`
        batchSize: 8
      `,
      head: yaml`
        deviceType: gpu
      `,
    },
  ],
});
