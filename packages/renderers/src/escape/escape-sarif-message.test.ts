import { hostileStrings } from '@topodiff/testkit';
import { escapeSarifMessage } from './escape-sarif-message.ts';

test.each([
  ['nproc-per-node is "8", a string.', 'nproc-per-node is "8", a string.'],
  ['{{ .Values.gpus }} and {0}', '{{{{ .Values.gpus }}}} and {{0}}'],
  ['[click](https://example.com)', '[click] (https://example.com)'],
  ['[click\\](https://example.com)', '[click\\] (https://example.com)'],
  ['deviceIds [0, 1] (2 GPUs)', 'deviceIds [0, 1] (2 GPUs)'],
  ['a\nb\u202ec', 'a\\nb\\u202ec'],
])('%j', (text, message) => {
  expect(escapeSarifMessage(text)).toBe(message);
});

test.each(hostileStrings)('holds no link, no placeholder and no second line: $name', ({ text }) => {
  const message = escapeSarifMessage(text);
  expect(message).not.toMatch(/\]\(|[\r\n]/);
  expect(message.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
});
