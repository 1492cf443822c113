import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion, withProperties } from '../../testing/define-cases.ts';
import { useVenvTorchrun } from './rule.ts';

export const cases = defineCases(useVenvTorchrun, {
  valid: [
    {
      name: 'a plain worker',
      example: true,
      source: yaml`
        useVenv: true
      `,
    },
    {
      name: 'a custom worker is started with Python',
      source: yaml`
        useVenv: true
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
      `,
    },
    {
      name: 'a torchrun section without a parallel type starts no torchrun',
      source: yaml`
        useVenv: true
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'off',
      source: yaml`
        useVenv: false
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'before 0.10.0',
      host: torchserveVersion('0.9.0'),
      source: yaml`
        useVenv: true
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'tensor parallel',
      example: true,
      source: yaml`
        useVenv: true
        #        ^^^^ ignored {"type":"tp"}
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'pipeline parallel in one process, with a runtime without virtual environments',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"runtimeType":"python3"}}}'),
      source: yaml`
        useVenv: yes
        #        ^^^ ignored {"type":"pp"}
        parallelType: PP
        torchrun:
          nproc-per-node: 1
      `,
    },
  ],
});
