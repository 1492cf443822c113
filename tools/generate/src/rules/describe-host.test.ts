import { describeHost } from './describe-host.ts';

test.each([
  [{}, null],
  [{ gpus: 1 }, 'a host with 1 GPU'],
  [{ gpus: 8, torchserveVersion: 'master' }, 'a host with 8 GPUs, TorchServe master'],
  [{ entry: 'register-api' }, 'the model comes in through the register API'],
  [{ entry: 'snapshot', cpuCores: 4 }, '4 CPU cores, the model comes back from a snapshot'],
] as const)('%j', (host, words) => {
  expect(describeHost(host)).toBe(words);
});
