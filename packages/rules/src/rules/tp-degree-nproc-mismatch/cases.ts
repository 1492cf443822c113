import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { tpDegreeNprocMismatch } from './rule.ts';

export const cases = defineCases(tpDegreeNprocMismatch, {
  valid: [
    {
      name: 'one process',
      example: true,
      source: yaml`
        handler:
          tp_degree: 24
      `,
    },
  ],
  invalid: [
    {
      name: 'several processes',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        handler:
          tp_degree: 4
        # ^^^^^^^^^ ranks {"ranks":4}
      `,
    },
  ],
});
