import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { pt2LegacyFormat } from './rule.ts';

export const cases = defineCases(pt2LegacyFormat, {
  valid: [
    {
      name: 'the new form',
      example: true,
      source: yaml`
        pt2:
          compile:
            enable: true
            backend: inductor
      `,
    },
    {
      name: 'an exported model',
      source: yaml`
        pt2:
          export:
            aot_compile: true
      `,
    },
  ],
  invalid: [
    {
      name: 'the name of a backend',
      example: true,
      source: yaml`
        pt2: "inductor" # fast
        #    ^^^^^^^^^^ string {"backend":"inductor"}
      `,
      fixed: yaml`
        pt2: {compile: {enable: true, backend: "inductor"}} # fast
      `,
    },
    {
      name: 'options in braces',
      source: yaml`
        pt2: {backend: inductor, mode: reduce-overhead}
        #^^ map
      `,
      fixed: yaml`
        pt2: {compile: {enable: true, backend: inductor, mode: reduce-overhead}}
      `,
    },
    {
      name: 'options on lines of their own',
      source: yaml`
        pt2:
        #^^ map
          backend: inductor
      `,
    },
  ],
});
