import { eightGpus, fourGpus, quotedEight } from '../src/testing/configs.ts';
import { outline, review } from '../src/testing/scenarios.ts';
import { useStandIn } from '../src/testing/use-stand-in.ts';

describe('files that nobody should write', () => {
  const { current, propose } = useStandIn();

  test('names and values that look like workflow commands do nothing', async () => {
    const result = await review(
      current(),
      await propose({
        'x\n::error::injected/model-config.yaml': quotedEight,
        'x##[error]injected/model-config.yaml': quotedEight,
        '::add-mask::llama/model-config.yaml': quotedEight,
        'a%0A::warning::b,line=9/model-config.yaml': quotedEight,
        'value/model-config.yaml': fourGpus.replace('tp', '"tp\\n::error::injected\\r\\n##[error]injected"'),
        'key/model-config.yaml': `${fourGpus}"::error::\\n::add-mask::x": 1\n`,
      }),
    );
    expect(result.report?.models.length).toBe(6);
    // Every command is an annotation of ours, on a file of the pull request.
    for (const line of result.commands)
      expect(line).toMatch(/^::(?:error|warning|notice) (?:file=|title=topodiff::)/);
    const lines = result.stdout.split(/\r\n|[\r\n\u2028\u2029]/);
    expect(lines.filter((line) => /^\s*::(?!(?:error|warning|notice) )/.test(line))).toEqual([]);
    expect(lines.filter((line) => !line.startsWith('::') && line.includes('##['))).toEqual([]);
    expect(result.stderr).toBe('');
  });

  test.each([
    ['an empty file', ''],
    ['a list at the root', '- a\n- b\n'],
    ['a key that is no text', '? [a]\n: 1\n'],
    ['a bomb of aliases', bomb()],
    ['more than the parser reads', `a: ${'x'.repeat(3 * 1024 * 1024)}\n`],
    ['deep nesting', `a: ${'['.repeat(20_000)}\n`],
  ])('%s ends with a finding or a clear line, and does not hide its neighbour', async (_name, text) => {
    const result = await review(
      current(),
      await propose({ 'bad/model-config.yaml': text, 'llama/model-config.yaml': eightGpus }),
    );
    expect(outline(result)?.find(({ path }) => path === 'llama/model-config.yaml')?.label).toBe(
      'tp 4 GPUs → pptp 8 GPUs',
    );
    const bad = result.report?.models.find(({ path }) => path === 'bad/model-config.yaml');
    const isListedAsSkipped =
      result.report?.skipped.some(({ path }) => path === 'bad/model-config.yaml') ?? false;
    expect(isListedAsSkipped || (bad?.findings.length ?? 0) > 0).toBe(true);
    expect(result.stderr).toBe('');
    expect(result.stdout).not.toContain('internal error');
  });

  test('bytes that are no UTF-8 are a finding', async () => {
    current().serving.commit({
      branch: 'topic',
      files: { 'bad/model-config.yaml': Buffer.concat([Buffer.from(fourGpus), Buffer.from([0xff, 0x0a])]) },
    });
    const result = await review(current(), await current().openPullRequest('topic'));
    expect(result.report?.models[0]?.findings.length).toBeGreaterThan(0);
    expect(result.stdout).not.toContain('internal error');
  });
});

/** Nine levels of nine references each. */
function bomb(): string {
  const levels = ['a: &a ["x","x","x","x","x","x","x","x","x"]'];
  for (let level = 1; level < 9; level += 1) {
    const [previous, name] = ['abcdefghi'[level - 1], 'abcdefghi'[level]];
    levels.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${previous}`).join(',')}]`);
  }
  return `${levels.join('\n')}\n`;
}
