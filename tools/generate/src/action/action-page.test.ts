import { generateActionPage } from './action-page.ts';

const page = (yaml: string): string | undefined =>
  generateActionPage(yaml).get('docs/reference/action-inputs.md');

test('lists inputs with their defaults, and outputs', () => {
  const text = page(
    "inputs:\n  gpus:\n    description: >-\n      GPUs of the\n      host\n    default: ''\n  files:\n    description: Globs\n    default: '**/*.{a|b}'\noutputs:\n  conclusion:\n    description: '`success` or `failure`'\n",
  );
  expect(text).toContain('| `gpus` |  | GPUs of the host |\n| `files` | `**/*.{a\\|b}` | Globs |');
  expect(text).toContain('| `conclusion` | `success` or `failure` |');
});

test.each(['inputs: {}\n', 'a: [\n', 'inputs:\n  x:\n    default: 1\noutputs: {}\n'])(
  'refuses %j',
  (yaml) => {
    expect(() => page(yaml)).toThrow('action.yml');
  },
);
