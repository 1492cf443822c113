import { yaml } from '@topodiff/testkit';
import { defineCases, gpus, torchserveVersion } from '../../testing/define-cases.ts';
import { integerKeyWrongType } from './rule.ts';

export const cases = defineCases(integerKeyWrongType, {
  valid: [
    {
      name: 'integers in every notation',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        responseTimeout: 1_000
      `,
    },
    {
      name: 'an explicit null, which another rule reports',
      source: yaml`
        batchSize:
      `,
    },
    {
      name: 'nproc-per-node, which has a rule of its own',
      source: yaml`
        torchrun:
          nproc-per-node: gpu
      `,
    },
    {
      name: 'an unrendered template, which has a rule of its own',
      source: yaml`
        batchSize: \${BATCH}
      `,
    },
    {
      name: 'a key that this version does not read',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        startupTimeout: "300"
      `,
    },
  ],
  invalid: [
    {
      name: 'a quoted integer',
      example: true,
      source: yaml`
        batchSize: "8"
        #          ^^^ quoted {"key":"batchSize","written":"\\"8\\"","value":"1","integer":"8"}
      `,
      fixed: yaml`
        batchSize: 8
      `,
    },
    {
      name: 'a quoted number of workers, on a host with two GPUs',
      host: gpus(2),
      source: yaml`
        minWorkers: '3'
        #           ^^^ quoted {"key":"minWorkers","written":"'3'","value":"2","integer":"3"}
        maxWorkers: 3
      `,
      fixed: yaml`
        minWorkers: 3
        maxWorkers: 3
      `,
    },
    {
      name: 'a quoted number of workers, on an unknown host',
      source: yaml`
        minWorkers: '3'
        #           ^^^ quoted {"key":"minWorkers","written":"'3'","value":"1 (assumed)","integer":"3"}
        maxWorkers: 3
      `,
      fixed: yaml`
        minWorkers: 3
        maxWorkers: 3
      `,
    },
    {
      name: 'octal digits that do not exist',
      source: yaml`
        batchSize: 08
        #          ^^ text {"key":"batchSize","written":"08","value":"1"}
      `,
    },
    {
      name: "d00912: octal in YAML 1.2's notation",
      source: yaml`
        responseTimeout: 0o17
        #                ^^^^ text {"key":"responseTimeout","written":"0o17","value":"120"}
      `,
    },
    {
      name: 'a number with a dot',
      source: yaml`
        jobQueueSize: 4.0
        #             ^^^ whole {"key":"jobQueueSize","written":"4.0","value":"100","integer":"4"}
      `,
      fixed: yaml`
        jobQueueSize: 4
      `,
    },
    {
      name: 'd03694: an exponent',
      source: yaml`
        parallelLevel: 1e3
        #              ^^^ whole {"key":"parallelLevel","written":"1e3","value":"0","integer":"1000"}
      `,
      fixed: yaml`
        parallelLevel: 1000
      `,
    },
    {
      name: 'a fraction',
      source: yaml`
        maxBatchDelay: .5
        #              ^^ decimal {"key":"maxBatchDelay","written":".5","value":"100"}
      `,
    },
    {
      name: 'a boolean',
      source: yaml`
        batchSize: yes
        #          ^^^ boolean {"key":"batchSize","written":"yes","value":"1"}
      `,
    },
    {
      name: 'd01646: in torchrun',
      source: yaml`
        torchrun:
            OMP_NUMBER_THREADS: 4.0
        #                       ^^^ whole {"key":"torchrun.OMP_NUMBER_THREADS","written":"4.0","value":"1","integer":"4"}
      `,
      fixed: yaml`
        torchrun:
            OMP_NUMBER_THREADS: 4
      `,
    },
    {
      name: 'a list',
      source: yaml`
        responseTimeout: [300]
        #                ^^^^^ other {"key":"responseTimeout","written":"[300]","value":"120"}
      `,
    },
  ],
});
