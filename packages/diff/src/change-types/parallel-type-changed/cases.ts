import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { parallelTypeChanged } from './change-type.ts';

export const cases = defineCases(parallelTypeChanged, {
  changed: [
    {
      name: 'tensor parallel becomes pipeline and tensor parallel',
      example: true,
      base: yaml`
        parallelType: tp
        #             ^^ changed
        torchrun:
          nproc-per-node: 4
      `,
      head: yaml`
        parallelType: pptp
        #             ^^^^ changed
        torchrun:
          nproc-per-node: 4
      `,
      expected: [{ messageId: 'changed', params: { base: 'tp', head: 'pptp' }, impact: 'breaking' }],
    },
    {
      name: 'a type that TorchServe does not know counts as none',
      base: yaml`
        parallelType: tp
        #             ^^ changed
        torchrun:
          nproc-per-node: 4
      `,
      head: yaml`
        parallelType: ddp
        #             ^^^ changed
        torchrun:
          nproc-per-node: 4
      `,
      expected: [
        {
          messageId: 'changed',
          params: { base: 'tp', head: 'none (default, the written value is ignored)' },
          impact: 'breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'the same type in capital letters',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
      head: yaml`
        parallelType: TP
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'a type without a level is dropped, whichever it is',
      base: yaml`
        parallelType: tp
      `,
      head: yaml`
        parallelType: pp
      `,
    },
  ],
});
