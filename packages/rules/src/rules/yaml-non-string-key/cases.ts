import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlNonStringKey } from './rule.ts';

export const cases = defineCases(yamlNonStringKey, {
  valid: [
    {
      name: 'a quoted key',
      example: true,
      source: yaml`
        "on": 1
        minWorkers: 1
      `,
    },
    {
      name: "other keys deeper down are the handler's own",
      source: yaml`
        handler:
          1: a
          on: b
      `,
    },
    {
      name: 'in a torchrun that is no map',
      source: yaml`
        torchrun: [1]
      `,
    },
  ],
  invalid: [
    {
      name: 'bool-key: on',
      example: true,
      source: yaml`
        on: 1
        #^ boolean {"key":"on"}
        minWorkers: 1
        maxWorkers: 1
      `,
      fixed: yaml`
        'on': 1
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'a07_intkey: a number',
      source: yaml`
        1: a
        # @1:1-1:2 number {"key":"1"}
        minWorkers: 2
      `,
      fixed: yaml`
        '1': a
        minWorkers: 2
      `,
    },
    {
      name: 'a08_nullkey: null',
      source: yaml`
        ~: a
        # @1:1-1:2 empty {"key":"~"}
        minWorkers: 2
      `,
    },
    {
      name: 'b25_datekey: a date',
      source: yaml`
        2020-01-01: x
        #^^^^^^^^^ other {"key":"2020-01-01"}
        minWorkers: 1
      `,
      fixed: yaml`
        '2020-01-01': x
        minWorkers: 1
      `,
    },
    {
      name: 'a24_torchon: in torchrun',
      source: yaml`
        torchrun:
          on: 2
        # ^^ boolean {"key":"on"}
      `,
      fixed: yaml`
        torchrun:
          'on': 2
      `,
    },
    {
      name: 'b21_listkey: a list',
      source: yaml`
        [a, b]: 1
        #^^^^^ other {"key":"[a, b]"}
        minWorkers: 2
      `,
    },
  ],
});
