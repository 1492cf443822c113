import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { pptpNotImplemented } from './rule.ts';

export const cases = defineCases(pptpNotImplemented, {
  valid: [
    {
      name: 'tp',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'a type that is dropped, which has a rule of its own',
      source: yaml`
        parallelType: pptp
      `,
    },
  ],
  invalid: [
    {
      name: 'pptp-4: four ranks',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: pptp
        #             ^^^^ handler {"ranks":4}
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
});
