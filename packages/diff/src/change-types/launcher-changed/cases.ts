import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { launcherChanged } from './change-type.ts';

export const cases = defineCases(launcherChanged, {
  changed: [
    {
      name: 'a type makes torchrun start the workers',
      example: true,
      base: yaml`
        torchrun:
          nproc-per-node: 4
        # @1:1-1:10 changed nearest
      `,
      head: yaml`
        parallelType: tp
        #             ^^ changed
        torchrun:
          nproc-per-node: 4
      `,
      expected: [{ messageId: 'toTorchrun', params: { processes: '4 processes' }, impact: 'breaking' }],
    },
    {
      name: 'an engine of its own',
      base: yaml`
        parallelType: tp
        #             ^^ changed
        torchrun:
          nproc-per-node: 4
      `,
      head: yaml`
        parallelType: custom
        #             ^^^^^^ changed
        asyncCommunication: true
        torchrun:
          nproc-per-node: 4
      `,
      expected: [{ messageId: 'toPython', params: { processes: '4 processes' }, impact: 'breaking' }],
    },
  ],
  unchanged: [
    {
      name: 'another type of torchrun',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
      head: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'torchrun is not used without a type',
      base: yaml`
        batchSize: 1
      `,
      head: yaml`
        batchSize: 1
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
});
