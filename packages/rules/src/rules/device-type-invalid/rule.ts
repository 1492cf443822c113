import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredValue } from '../../settings.ts';
import { writtenValue } from '../../written-value.ts';

export const deviceTypeInvalid = defineRule({
  id: 'device-type-invalid',
  description: 'Require deviceType to be cpu or gpu',
  rationale:
    'TorchServe knows two device types, in any letter case. For everything else (cuda, neuron, mps, a name with white space around it) it logs a warning and chooses by itself: a GPU when it sees one, else the CPU.',
  area: 'devices',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['observed'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'DeviceType.get', '538-550'),
    torchserve('wlm/Model.java', 'the constructor chooses the device', '106-112'),
  ],
  upstreamIssues: [2557],
  messages: {
    untrimmed:
      'deviceType {written} has white space around the name, so TorchServe ignores it and uses a GPU if the host has one.',
    unknown: 'TorchServe knows no deviceType {written}, ignores it and uses a GPU if the host has one.',
  },
  suggestions: {
    untrimmed: 'Write {device}.',
    unknown: 'Write cpu or gpu, or leave the key out.',
  },
  check: ({ effective: { settings } }) => {
    const { deviceType } = settings;
    const declared = declaredValue(deviceType);
    if (declared === undefined || declared.kind === 'null') return [];
    const text = declared.kind === 'string' ? declared.value : null;
    if (text !== null && ['', 'cpu', 'gpu'].includes(text.toLowerCase())) return [];
    const place = { at: deviceType.path, target: 'value' as const };
    const written = writtenValue(declared);
    const device = text?.trim().toLowerCase();
    return device === 'cpu' || device === 'gpu'
      ? [
          {
            messageId: 'untrimmed',
            ...place,
            params: { written, device },
            fix: [{ kind: 'replace-value' as const, at: deviceType.path, text: device }],
          },
        ]
      : [{ messageId: 'unknown', ...place, params: { written } }];
  },
});
