import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlExponentFloatIsString } from './rule.ts';

export const cases = defineCases(yamlExponentFloatIsString, {
  valid: [
    {
      name: 'a dot and a signed exponent, which both read',
      example: true,
      source: yaml`
        handler:
          learning_rate: 1.0e-5
          temperature: 0.6
      `,
    },
    {
      name: 'in a key of the frontend, where it is no integer either way',
      source: yaml`
        batchSize: 1e3
      `,
    },
    {
      name: 'in quotes it is text for both',
      source: yaml`
        handler:
          learning_rate: "1e-5"
      `,
    },
  ],
  invalid: [
    {
      name: 'without a dot',
      example: true,
      source: yaml`
        handler:
          learning_rate: 1e-5
        #                ^^^^ text {"written":"1e-5","number":"1.0e-5"}
      `,
      fixed: yaml`
        handler:
          learning_rate: 1.0e-5
      `,
    },
    {
      name: 'without a sign',
      source: yaml`
        handler:
          limits: [1.5e3, 12e03]
        #          ^^^^^ text {"written":"1.5e3","number":"1.5e+3"}
        #                 ^^^^^ text {"written":"12e03","number":"12.0e+03"}
      `,
      fixed: yaml`
        handler:
          limits: [1.5e+3, 12.0e+03]
      `,
    },
    {
      name: 'b33_inttrail: every form that differs',
      source: yaml`
        a: 12e3
        #  ^^^^ text {"written":"12e3","number":"12.0e+3"}
        b: 1E5
        #  ^^^ text {"written":"1E5","number":"1.0e+5"}
        c: +1.5
        d: -.5
        #  ^^^ text {"written":"-.5","number":"-0.5"}
        e: 1_0.5
        f: 0.1e1
        #  ^^^^^ text {"written":"0.1e1","number":"0.1e+1"}
        g: 1e-5
        #  ^^^^ text {"written":"1e-5","number":"1.0e-5"}
        h: 1.e5
        #  ^^^^ text {"written":"1.e5","number":"1.0e+5"}
      `,
      fixed: yaml`
        a: 12.0e+3
        b: 1.0e+5
        c: +1.5
        d: -0.5
        e: 1_0.5
        f: 0.1e+1
        g: 1.0e-5
        h: 1.0e+5
      `,
    },
  ],
});
