import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { deviceTypeChanged } from './change-type.ts';

export const cases = defineCases(deviceTypeChanged, {
  changed: [
    {
      name: 'GPU to CPU',
      example: true,
      base: yaml`
        deviceType: gpu
        #           ^^^ changed
      `,
      head: yaml`
        deviceType: cpu
        #           ^^^ changed
      `,
      expected: [{ messageId: 'changed', params: { base: 'gpu', head: 'cpu' }, impact: 'breaking' }],
    },
    {
      name: 'CPU to GPU, because nothing says otherwise',
      base: yaml`
        batchSize: 1
        deviceType: cpu
        #           ^^^ changed
      `,
      head: yaml`
        batchSize: 1
        # @1:1-1:13 changed nearest
      `,
      expected: [{ messageId: 'changed', params: { base: 'cpu', head: 'gpu' }, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'a type that TorchServe does not know counts as not set',
      base: yaml`
        deviceType: gpu
      `,
      head: yaml`
        deviceType: cuda
      `,
    },
    {
      name: 'a GPU that the host does not have',
      host: gpus(0),
      base: yaml`
        deviceType: cpu
      `,
      head: yaml`
        deviceType: gpu
      `,
    },
  ],
});
