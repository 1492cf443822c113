import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { parallelLevelWithoutType } from './rule.ts';

export const cases = defineCases(parallelLevelWithoutType, {
  valid: [
    {
      name: 'custom-2-async: with a type',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
      `,
    },
    {
      name: 'zero is not set',
      source: yaml`
        parallelLevel: 0
      `,
    },
    {
      name: 'a key that this version does not read',
      host: torchserveVersion('0.11.0'),
      source: yaml`
        parallelLevel: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'level-without-type: no type',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelLevel: 4
        #              ^ ignored {"level":4}
        asyncCommunication: true
      `,
    },
    {
      name: 'one GPU',
      source: yaml`
        parallelLevel: 1
        #              ^ ignored {"level":1}
      `,
    },
    {
      name: 'a type that TorchServe does not know',
      source: yaml`
        parallelType: dp
        parallelLevel: 2
        #              ^ ignored {"level":2}
      `,
    },
  ],
});
