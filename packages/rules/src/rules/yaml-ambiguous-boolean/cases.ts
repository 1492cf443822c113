import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlAmbiguousBoolean } from './rule.ts';

export const cases = defineCases(yamlAmbiguousBoolean, {
  valid: [
    {
      name: 'true, false, and text in quotes',
      example: true,
      source: yaml`
        handler:
          profile: true
          country: "no"
      `,
    },
    {
      name: 'a flag of the frontend, where a boolean is meant',
      source: yaml`
        useJobTicket: yes
      `,
    },
    {
      name: 'y is no boolean',
      source: yaml`
        handler:
          axis: y
      `,
    },
  ],
  invalid: [
    {
      name: 'in the handler section',
      example: true,
      source: yaml`
        handler:
          country: no
        #          ^^ boolean {"written":"no","value":"false"}
      `,
      fixed: yaml`
        handler:
          country: false
      `,
    },
    {
      name: 'a04_bool: as it was recorded',
      source: yaml`
        useJobTicket: yes
        continuousBatching: on
        sequenceBatching: "true"
        asyncCommunication: TRUE
        useVenv: y
        x: Y
        n: n
        o: Off
        z: 1
        t: True
        u: tRue
        # @8:4-8:7 boolean {"written":"Off","value":"false"}
      `,
      fixed: yaml`
        useJobTicket: yes
        continuousBatching: on
        sequenceBatching: "true"
        asyncCommunication: TRUE
        useVenv: y
        x: Y
        n: n
        o: false
        z: 1
        t: True
        u: tRue
      `,
    },
  ],
});
