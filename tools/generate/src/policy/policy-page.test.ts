import { loadPolicyReader } from '@topodiff/report';
import { loadPolicyJsonSchema } from './load-policy-json-schema.ts';
import { generatePolicyPage } from './policy-page.ts';

const schema = await loadPolicyJsonSchema();
const page = generatePolicyPage(schema).get('docs/reference/policy.md') ?? '';
const [, example = ''] = /```yaml\n(# yaml-language-server.*?)```/s.exec(page) ?? [];
const keys = Object.entries(schema.properties ?? {}).flatMap(([key, part]) => [
  key,
  ...Object.keys((part.items ?? part).properties ?? {}),
]);

test('the example is a policy that is applied', async () => {
  const readPolicy = await loadPolicyReader();
  expect(await readPolicy(example)).toMatchObject({ kind: 'policy' });
});

test('the page has a row, and the example a line, for every key', () => {
  expect(keys.length).toBeGreaterThan(25);
  for (const key of keys) {
    expect(page).toMatch(new RegExp(`^\\| \`${key}\` \\| [^|]+ \\| [^|]{5,} \\|$`, 'm'));
    expect(example).toMatch(new RegExp(`^[ -]*${key}:`, 'm'));
  }
});

test('a row says the type, and what is required', () => {
  const rows = page.split('\n');
  expect(rows).toContain(
    '| `rules` | map of rule ids to `error`, `warning`, `info`, `off` | By rule id: another severity, or off. Naming a rule switches it on. |',
  );
  expect(rows).toContain('| `until` | day, as `2027-01-31`, required | The last day on which it counts. |');
  expect(rows).toContain('| `gpus` | whole number from 0 | GPUs of one host. |');
  expect(rows).toContain(
    '| `require` | list of `topology-change`, `more-gpus`, `will-not-start`, required | What of a change needs an approval. |',
  );
});
