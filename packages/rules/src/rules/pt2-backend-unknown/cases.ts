import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { pt2BackendUnknown } from './rule.ts';

export const cases = defineCases(pt2BackendUnknown, {
  valid: [
    {
      name: 'a backend of the list',
      example: true,
      source: yaml`
        pt2:
          compile:
            enable: true
            backend: openvino
      `,
    },
  ],
  invalid: [
    {
      name: 'a backend that only PyTorch has',
      example: true,
      source: yaml`
        pt2:
          compile:
            enable: true
            backend: cudagraphs
        #            ^^^^^^^^^^ unknown {"version":"0.12.0","backend":"cudagraphs","known":"eager, aot_eager, inductor, nvfuser, aot_nvfuser, aot_cudagraphs, ofi, fx2trt, onnxrt, ipex, torchxla_trace_once, openvino, tensorrt, hpu_backend"}
      `,
    },
    {
      name: 'a backend that came later, in the old form',
      host: torchserveVersion('0.10.0'),
      source: yaml`
        pt2: openvino
        #    ^^^^^^^^ unknown {"version":"0.10.0","backend":"openvino","known":"eager, aot_eager, inductor, nvfuser, aot_nvfuser, aot_cudagraphs, ofi, fx2trt, onnxrt, ipex, torchxla_trace_once"}
      `,
    },
  ],
});
