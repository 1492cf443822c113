import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { pt2FormatUnsupported } from './rule.ts';

export const cases = defineCases(pt2FormatUnsupported, {
  valid: [
    {
      name: 'options in 0.10.0',
      example: true,
      host: torchserveVersion('0.10.0'),
      source: yaml`
        pt2:
          backend: inductor
      `,
    },
    {
      name: 'the section in 0.12.0',
      source: yaml`
        pt2:
          compile:
            enable: true
      `,
    },
  ],
  invalid: [
    {
      name: 'the section in 0.11.0',
      example: true,
      host: torchserveVersion('0.11.0'),
      source: yaml`
        pt2:
          compile:
        # ^^^^^^^ compile {"version":"0.11.0"}
            enable: true
      `,
    },
    {
      name: 'options in 0.9.0',
      host: torchserveVersion('0.9.0'),
      source: yaml`
        pt2:
        #^^ map {"version":"0.9.0"}
          backend: inductor
      `,
    },
  ],
});
