import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { declaredValueChangedWithoutEffect } from './change-type.ts';

/** 201 keys that TorchServe does not know, all with this value. */
function unknownKeys(value: number): string {
  return Array.from({ length: 201 }, (_, index) => `  key-${index}: ${value}\n`).join('');
}

export const cases = defineCases(declaredValueChangedWithoutEffect, {
  changed: [
    {
      name: 'a default written out',
      example: true,
      base: yaml`
        deviceType: gpu
        # @1:1-1:16 added nearest
      `,
      head: yaml`
        deviceType: gpu
        batchSize: 1
        #          ^ added
      `,
      expected: [
        {
          messageId: 'added',
          params: {
            key: 'batchSize',
            base: 'nothing',
            head: '1',
            effect: 'TorchServe works with 1 as before',
          },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'another value that TorchServe ignores',
      example: true,
      base: yaml`
        batchSize: "4"
        #          ^^^ changed
      `,
      head: yaml`
        batchSize: "8"
        #          ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'batchSize', base: '"4"', head: '"8"', effect: 'TorchServe works with 1 as before' },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'a key that counted for nothing went',
      host: gpus(2),
      base: yaml`
        maxWorkers: 4
        #           ^ removed
        batchSize: 2
      `,
      head: yaml`
        batchSize: 2
        # @1:1-1:13 removed nearest
      `,
      expected: [
        {
          messageId: 'removed',
          params: {
            key: 'maxWorkers',
            base: '4',
            head: 'nothing',
            effect: 'TorchServe works with 2 as before',
          },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'a key of torchrun that is passed to nobody',
      base: yaml`
        parallelType: tp
        torchrun:
          monitor-interval: 5
          #                 ^ changed
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          monitor-interval: 9
          #                 ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: {
            key: 'torchrun.monitor-interval',
            base: '5',
            head: '9',
            effect: 'TorchServe reads it and passes it to nobody',
          },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'a level that a later torchrun overrides',
      base: yaml`
        parallelType: tp
        parallelLevel: 2
        #              ^ changed
        torchrun:
          nproc-per-node: 4
      `,
      head: yaml`
        parallelType: tp
        parallelLevel: 3
        #              ^ changed
        torchrun:
          nproc-per-node: 4
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'parallelLevel', base: '2', head: '3', effect: 'TorchServe works with 4 as before' },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'keys of torchrun that TorchServe does not know',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
          nproc_per_node: 4
          #               ^ changed
          max-restarts: 3
          #             ^ gone
      `,
      head: yaml`
        parallelType: tp
        torchrun:
        # @2:1-2:9 gone nearest
          nproc-per-node: 4
          nproc_per_node: 8
          #               ^ changed
      `,
      expected: [
        {
          messageId: 'removed',
          params: {
            key: 'torchrun.max-restarts',
            base: '3',
            head: 'nothing',
            effect: 'TorchServe drops it',
          },
          impact: 'non-breaking',
        },
        {
          messageId: 'changed',
          params: {
            key: 'torchrun.nproc_per_node',
            base: '4',
            head: '8',
            effect: 'TorchServe drops it',
          },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'an empty torchrun section',
      base: yaml`
        batchSize: 2
        # @1:1-1:13 added nearest
      `,
      head: yaml`
        batchSize: 2
        torchrun: {}
        # @2:1-2:9 added
      `,
      expected: [
        {
          messageId: 'added',
          params: { key: 'torchrun', base: 'nothing', head: '{}', effect: 'TorchServe drops it' },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'a torchrun section that is no map',
      base: yaml`
        torchrun: 4
        #         ^ changed
      `,
      head: yaml`
        torchrun: 8
        #         ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'torchrun', base: '4', head: '8', effect: 'TorchServe drops it' },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'more keys than a reader would read',
      base: `torchrun:\n# @1:1-1:9 many\n${unknownKeys(1)}`,
      head: `torchrun:\n# @1:1-1:9 many\n${unknownKeys(2)}`,
      expected: [
        {
          messageId: 'many',
          params: {
            key: 'torchrun',
            effect: 'TorchServe drops it',
            count: 201,
          },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'the same value in another spelling',
      base: yaml`
        responseTimeout: 90
      `,
      head: yaml`
        responseTimeout: 1:30
      `,
    },
    {
      name: 'a comment and another order',
      base: yaml`
        batchSize: 2
        maxBatchDelay: 50
      `,
      head: yaml`
        # faster
        maxBatchDelay: 50
        batchSize: 2
      `,
    },
    {
      name: 'a change that has an effect',
      base: yaml`
        batchSize: 2
      `,
      head: yaml`
        batchSize: 4
      `,
    },
  ],
});
