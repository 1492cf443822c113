import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlRootNotMap } from './rule.ts';

export const cases = defineCases(yamlRootNotMap, {
  valid: [
    {
      name: 'a map',
      example: true,
      source: yaml`
        minWorkers: 1
      `,
    },
    {
      name: 'an empty file, which another rule reports',
      source: yaml`
        # nothing
      `,
    },
  ],
  invalid: [
    {
      name: 'a09_list: a list',
      example: true,
      source: yaml`
        - minWorkers: 1
        #^^^^^^^^^^^^^^ list
      `,
    },
    {
      name: 'a10_scalar: an equals sign instead of a colon',
      source: yaml`
        minWorkers=1
        #^^^^^^^^^^^ scalar {"written":"minWorkers=1"}
      `,
    },
    {
      name: 'a56_colon: no space after the colon',
      example: true,
      source: yaml`
        minWorkers:1
        #^^^^^^^^^^^ scalar {"written":"minWorkers:1"}
      `,
    },
  ],
});
