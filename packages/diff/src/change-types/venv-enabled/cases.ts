import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { venvEnabled } from './change-type.ts';

export const cases = defineCases(venvEnabled, {
  changed: [
    {
      name: 'the flag is set',
      example: true,
      base: yaml`
        useVenv: false
        #        ^^^^^ changed
      `,
      head: yaml`
        useVenv: true
        #        ^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: {}, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'a number is no flag',
      base: yaml`
        useVenv: false
      `,
      head: yaml`
        useVenv: 1
      `,
    },
    {
      name: 'the flag is taken off',
      base: yaml`
        useVenv: true
      `,
      head: yaml`
        useVenv: false
      `,
    },
    {
      name: 'torchrun workers ignore it',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        useVenv: false
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        useVenv: true
      `,
    },
  ],
});
