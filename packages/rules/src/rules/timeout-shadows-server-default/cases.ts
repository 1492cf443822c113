import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion, withProperties } from '../../testing/define-cases.ts';
import { timeoutShadowsServerDefault } from './rule.ts';

export const cases = defineCases(timeoutShadowsServerDefault, {
  valid: [
    {
      name: 'both timeouts are written down',
      example: true,
      source: yaml`
        responseTimeout: 120
        startupTimeout: 120
      `,
    },
    {
      name: 'before 0.12.0 there is one timeout',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        responseTimeout: 120
      `,
    },
    {
      name: 'a wrong value, which another rule reports',
      source: yaml`
        responseTimeout: "120"
        startupTimeout: 0
      `,
    },
    {
      name: 'an asynchronous worker has no responseTimeout',
      source: yaml`
        asyncCommunication: true
        startupTimeout: 1200
      `,
    },
    {
      name: 'a file that TorchServe cannot read has no settings',
      source: yaml`
        minWorkers: *foo
      `,
    },
  ],
  invalid: [
    {
      name: 'neither is set',
      example: true,
      source: yaml`
        minWorkers: 1
        # @1:1-1:14 both nearest
        maxWorkers: 1
      `,
    },
    {
      name: 'startupTimeout of an asynchronous worker is missing',
      source: yaml`
        asyncCommunication: true
        # @1:1-1:25 startup nearest
      `,
    },
    {
      name: 'responseTimeout is missing',
      source: yaml`
        startupTimeout: 600
        # @1:1-1:20 response nearest
      `,
    },
    {
      name: 'startupTimeout is missing',
      source: yaml`
        responseTimeout: 600
        # @1:1-1:21 startup nearest
      `,
    },
    {
      name: 'before 0.12.0',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        minWorkers: 1
        # @1:1-1:14 response nearest
      `,
    },
    {
      name: "the server's own value is hidden",
      example: true,
      host: withProperties('default_response_timeout=55'),
      source: yaml`
        startupTimeout: 600
        # @1:1-1:20 hidesProperty {"key":"responseTimeout","property":"default_response_timeout","seconds":55} nearest
      `,
    },
    {
      name: "timeouts-shadowed: both of the server's values are hidden",
      host: withProperties('default_response_timeout=55\ndefault_startup_timeout=66'),
      source: yaml`
        minWorkers: 1
        # @1:1-1:14 hidesProperty {"key":"responseTimeout","property":"default_response_timeout","seconds":55} nearest
        # @1:1-1:14 hidesProperty {"key":"startupTimeout","property":"default_startup_timeout","seconds":66} nearest
        maxWorkers: 1
      `,
    },
    {
      name: "one of the server's values is hidden, the other is the same",
      host: withProperties('default_response_timeout=120\ndefault_startup_timeout=66'),
      source: yaml`
        minWorkers: 1
        # @1:1-1:14 hidesProperty {"key":"startupTimeout","property":"default_startup_timeout","seconds":66} nearest
        # @1:1-1:14 response nearest
      `,
    },
  ],
});
