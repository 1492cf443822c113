import { torchserveVersions } from '@topodiff/schema';
import { behavioursOf } from './torchserve-behaviours.ts';

test('0.12.0 and master differ in custom workers and in what CUDA_VISIBLE_DEVICES does', () => {
  expect(behavioursOf('0.12.0')).toEqual({
    honoursDeviceTypeCpu: true,
    smallestParallelLevel: 1,
    gpuCounter: 'by-level',
    defaultRdzvEndpoint: 'none',
    hasSequenceBatchingKey: true,
    readsModelsJsonWithoutConfig: true,
    loadTimeout: 'startup-timeout',
    startsCustomWorkersOnGpu: true,
    parentVisibleDevices: 'replace-detection',
    observedEntries: ['startup', 'register-api', 'snapshot'],
    torchrunOptions: 'dashes',
  });
  expect(behavioursOf('master')).toEqual({
    ...behavioursOf('0.12.0'),
    startsCustomWorkersOnGpu: false,
    parentVisibleDevices: 'filter-detection',
  });
});

test.each([
  ['honoursDeviceTypeCpu', ['0.8.0'], false],
  ['smallestParallelLevel', ['0.8.0', '0.8.1', '0.8.2'], 2],
  ['gpuCounter', ['0.9.0'], 'stuck-after-first-step'],
  ['defaultRdzvEndpoint', ['0.8.0'], 'localhost:<worker port>'],
  ['hasSequenceBatchingKey', ['0.8.0', '0.8.1', '0.8.2', '0.9.0', '0.10.0'], false],
  ['readsModelsJsonWithoutConfig', ['0.8.0'], false],
  ['loadTimeout', ['0.8.0', '0.8.1', '0.8.2', '0.9.0', '0.10.0', '0.11.0'], 'response-timeout'],
  ['loadTimeout', ['0.11.1'], 'response-timeout-or-ten-minutes-async'],
] as const)('%s differs in %j alone: %j', (behaviour, versions, value) => {
  const found = torchserveVersions.filter((version) => behavioursOf(version)[behaviour] === value);
  expect(found).toEqual(versions);
});
