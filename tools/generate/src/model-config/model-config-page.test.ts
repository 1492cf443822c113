import { fields } from '@topodiff/schema';
import { generateModelConfigPage } from './model-config-page.ts';

test('the page has a row for every key, with type, unit and default', () => {
  const page = generateModelConfigPage(fields).get('docs/reference/model-config.md') ?? '';
  for (const { key } of fields)
    expect(page).toContain(`| [\`${key}\`](https://github.com/pytorch/serve/blob/`);
  const row = page.split('\n').find((line) => line.startsWith('| [`responseTimeout`]'));
  expect(row).toContain('| integer from 1, seconds; below: ignored | `120` | 0.8.0 | How long');
  expect(page).toContain('`pptp`, `custom` (since 0.11.1); any letter case');
});
