import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlPythonOnlyError } from './rule.ts';

export const cases = defineCases(yamlPythonOnlyError, {
  valid: [
    {
      name: 'a quoted equals sign',
      example: true,
      source: yaml`
        handler:
          operator: "="
      `,
    },
    {
      name: 'numbers as keys of a section',
      source: yaml`
        handler:
          1: a
      `,
    },
    {
      name: 'what both readers reject',
      source: yaml`
        minWorkers: 1
        ---
        minWorkers: 2
      `,
    },
    {
      name: 'b23_jinja: a template, which has a rule of its own',
      source: yaml`
        minWorkers: {{ workers }}
      `,
    },
  ],
  invalid: [
    {
      name: 'a53_eq: a plain equals sign',
      example: true,
      source: yaml`
        x: =
        #  ^ equalsSign
        minWorkers: 1
      `,
      fixed: yaml`
        x: '='
        minWorkers: 1
      `,
    },
    {
      name: 'a map as a key in a section',
      source: yaml`
        handler:
          {a: b}: 1
        # ^^^^^^ unhashableKey
      `,
    },
    {
      name: 'd02786: a tab after a plain value',
      source: 'startupTimeout: 4\t\nbatchSize: 144\n# @1:18-1:19 tabAfterValue\n',
      fixed: 'startupTimeout: 4\nbatchSize: 144\n',
    },
    {
      name: 'a date that does not exist',
      source: yaml`
        handler:
          released: 2024-13-45
        #           ^^^^^^^^^^ other {"problem":"The handler's parser cannot read this value."}
      `,
    },
    {
      name: 'd02742: a directive after the content',
      source: yaml`
        deviceIds: [[0]]
        sequenceTimeoutMSec: 0
        %YAML 1.2
        # @4:1-4:1 other {"problem":"The document has ended; more needs a line --- before it."}
      `,
    },
    {
      name: 'bytes that are not UTF-8',
      hasInvalidUtf8: true,
      source: yaml`
        handler:
          name: caf�
        #          ^ invalidUtf8
      `,
    },
  ],
});
