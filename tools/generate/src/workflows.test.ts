import { readdirSync, readFileSync } from 'node:fs';
import { parseModelConfig, type ConfigValue } from '@topodiff/schema';

const repository = new URL('../../../', import.meta.url);
const readText = (path: string): string => readFileSync(new URL(path, repository), 'utf8');

/** Workflows of the docs: whole files, and those that pages show. */
const workflows: readonly (readonly [name: string, text: string])[] = [
  ...readdirSync(new URL('docs/workflows/', repository)).map(
    (name) => [`docs/workflows/${name}`, readText(`docs/workflows/${name}`)] as const,
  ),
  ...['README.md', 'docs/pull-requests.md'].flatMap((page) =>
    [...readText(page).matchAll(/```yaml\n([\s\S]*?)```/g)]
      .map(([, text = '']) => text)
      .filter((text) => /^jobs:/m.test(text))
      .map((text, index) => [`${page}, ${index + 1}`, text] as const),
  ),
];

function parse(text: string): ConfigValue {
  const reading = parseModelConfig(text).handler;
  if (reading.outcome !== 'loaded' || reading.root === null) throw new Error('the workflow is no YAML');
  return reading.root;
}

/** Names as they are written: YAML 1.1 takes the key `on` for a boolean. */
function entriesOf(value: ConfigValue | undefined): readonly { name: string; value: ConfigValue }[] {
  if (value?.kind !== 'map') return [];
  return value.entries.map(({ key, value }) => ({
    name: key.kind === 'string' ? key.value : key.source,
    value,
  }));
}

function at(value: ConfigValue | undefined, name: string): ConfigValue | undefined {
  return entriesOf(value).find((entry) => entry.name === name)?.value;
}

function eventsOf(workflow: ConfigValue): readonly string[] {
  const events = at(workflow, 'on');
  if (events?.kind === 'string') return [events.value];
  if (events?.kind === 'list') return events.items.map(({ source }) => source);
  return entriesOf(events).map(({ name }) => name);
}

function keysIn(value: ConfigValue): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(keysIn);
  return entriesOf(value).flatMap((entry) => [entry.name, ...keysIn(entry.value)]);
}

function stepsOf(workflow: ConfigValue): readonly ConfigValue[] {
  return entriesOf(at(workflow, 'jobs')).flatMap(({ value }) => {
    const steps = at(value, 'steps');
    return steps?.kind === 'list' ? steps.items : [];
  });
}

const usesOf = (step: ConfigValue): string => {
  const uses = at(step, 'uses');
  return uses?.kind === 'string' ? uses.value : '';
};

const ownUse = 'owner/topodiff@v1';

// No tool imports an app, so the events are read from its source.
const supportedEvents = [
  ...(/supportedEvents = \[([^\]]*)\]/.exec(readText('apps/action/src/event-refs.ts'))?.[1] ?? '').matchAll(
    /'(\w+)'/g,
  ),
].map(([, name]) => name);

const declared = parse(readText('action.yml'));
const namesIn = (section: string) => entriesOf(at(declared, section)).map(({ name }) => name);

test('the workflows of the docs and of the README are found', () => {
  expect(workflows.map(([name]) => name)).toEqual([
    'docs/workflows/code-scanning.yml',
    'docs/workflows/fork-two-stages-report.yml',
    'docs/workflows/fork-two-stages.yml',
    'docs/workflows/pull-requests.yml',
    'docs/workflows/with-app.yml',
    'README.md, 1',
  ]);
  expect(supportedEvents).toContain('pull_request_target');
});

describe.each(workflows)('%s', (_, text) => {
  const workflow = parse(text);

  test('runs on events that the Action knows, without a filter by paths', () => {
    expect(eventsOf(workflow).length).toBeGreaterThan(0);
    expect(supportedEvents).toEqual(expect.arrayContaining([...eventsOf(workflow)]));
    expect(keysIn(workflow).filter((name) => /^paths(-ignore)?$/.test(name))).toEqual([]);
  });

  test('says what the token may do', () => {
    const jobs = entriesOf(at(workflow, 'jobs'));
    expect(jobs.length).toBeGreaterThan(0);
    const isSaid =
      at(workflow, 'permissions') !== undefined ||
      jobs.every(({ value }) => at(value, 'permissions') !== undefined);
    expect(isSaid).toBe(true);
    expect(text).not.toMatch(/(?:read|write)-all/);
  });

  test('checks nothing out, and pins what is not ours to a commit', () => {
    const foreign = stepsOf(workflow)
      .map(usesOf)
      .filter((uses) => uses !== '' && uses !== ownUse);
    for (const uses of foreign) {
      expect(uses).not.toMatch(/^actions\/checkout@/);
      expect(uses).toMatch(/@[0-9a-f]{40}$/);
      expect(text).toMatch(new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+\n`));
    }
  });

  test('gives inputs and takes outputs that action.yml declares', () => {
    const given = stepsOf(workflow)
      .filter((step) => usesOf(step) === ownUse)
      .flatMap((step) => entriesOf(at(step, 'with')).map(({ name }) => name));
    expect(namesIn('inputs')).toEqual(expect.arrayContaining(given));
    const taken = [...text.matchAll(/steps\.topodiff\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(namesIn('outputs')).toEqual(expect.arrayContaining(taken));
  });

  test('keeps what a stranger writes out of the shell', () => {
    for (const step of stepsOf(workflow)) expect(at(step, 'run')?.source ?? '').not.toContain('${{');
  });
});

test('the recipe and the second stage run on every event but those of the other', () => {
  const events = (name: string) => new Set(eventsOf(parse(readText(`docs/workflows/${name}`))));
  expect([...events('pull-requests.yml')].sort()).toEqual(
    supportedEvents.filter((name) => name !== 'pull_request' && name !== 'workflow_run').sort(),
  );
  expect([...events('fork-two-stages-report.yml')].sort()).toEqual(
    supportedEvents.filter((name) => !/^pull_request(?:_target)?$/.test(name ?? '')).sort(),
  );
});
