import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlJavaOnlyError } from './rule.ts';

export const cases = defineCases(yamlJavaOnlyError, {
  valid: [
    {
      name: 'b07_alias50: fifty aliases of a list',
      source: yaml`
        a: &a [1]
        b: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
        minWorkers: 1
      `,
    },
    {
      name: 'any number of aliases of a scalar',
      example: true,
      source: yaml`
        handler:
          a: &a 1
          b: [*a, *a, *a]
      `,
    },
  ],
  invalid: [
    {
      name: 'b06_alias51: fifty-one aliases of a list',
      example: true,
      source: yaml`
        a: &a [1]
        b: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
        #                                                                                                                                                         ^^ dropped {"problem":"The frontend follows at most 50 aliases of maps and lists."}
        minWorkers: 1
      `,
    },
    {
      name: 'more than fifty levels',
      source: `x: ${'['.repeat(60)}${']'.repeat(60)}\n# @1:54-1:55 dropped {"problem":"The frontend reads at most 50 levels of nesting."}\n`,
    },
    {
      name: 'more than 3,145,728 characters',
      source: `handler:\n  text: ${'x'.repeat(3_145_728)}\n# @3:1-3:1 dropped {"problem":"The frontend reads at most 3,145,728 characters of one document."}\n`,
    },
    {
      name: 'a value that crashes the parser',
      source: yaml`
        x: !!int 0b
        #  ^^^^^^^^ crash {"problem":"The frontend's parser dies of this value: it is no number."}
      `,
    },
  ],
});
