import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlUnsupportedTag } from './rule.ts';

export const cases = defineCases(yamlUnsupportedTag, {
  valid: [
    {
      name: 'standard tags',
      example: true,
      source: yaml`
        minWorkers: !!int "3"
        handler:
          name: !!str 3
      `,
    },
  ],
  invalid: [
    {
      name: 'a20_tag2: a local tag',
      example: true,
      source: yaml`
        minWorkers: 3
        x: !foo bar
        #  ^^^^^^^^ tag {"tag":"!foo"}
      `,
    },
    {
      name: 'a21_tag3: a Java class',
      source: yaml`
        minWorkers: 3
        x: !!java.io.File [a]
        #  ^^^^^^^^^^^^^^ tag {"tag":"!!java.io.File"}
      `,
    },
    {
      name: 'a19_tag: a Python type',
      source: yaml`
        minWorkers: !!int "3"
        maxWorkers: !!str 3
        x: !!python/tuple [1]
        #  ^^^^^^^^^^^^^^ tag {"tag":"!!python/tuple"}
      `,
    },
  ],
});
