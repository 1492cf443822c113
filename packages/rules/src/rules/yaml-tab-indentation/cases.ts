import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlTabIndentation } from './rule.ts';

export const cases = defineCases(yamlTabIndentation, {
  valid: [
    {
      name: 'spaces',
      example: true,
      source: yaml`
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'a tab inside quotes',
      source: yaml`
        handler:
          separator: "\t"
      `,
    },
  ],
  invalid: [
    {
      name: 'a16_tab: a tab before a key',
      source: yaml`
        minWorkers: 1
        \tmaxWorkers: 2
        # @2:1-2:2 tab
      `,
    },
    {
      name: 'a section indented with a tab',
      example: true,
      source: yaml`
        torchrun:
        \tnproc-per-node: 4
        # @2:1-2:2 tab
      `,
      fixed: yaml`
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
});
