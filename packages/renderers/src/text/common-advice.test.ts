import { sampleFinding, sampleModel, sampleReport, range, message } from '../testing/sample-parts.ts';
import { text } from './text.ts';

const advice = (severity: 'info' | 'warning') =>
  sampleFinding({ ruleId: 'noisy', severity, messageParts: message`Say it once.`, range: range(1, 1, 2) });

function lines(models: number, severity: 'info' | 'warning'): readonly string[] {
  const names = Array.from({ length: models }, (_, index) => `m${index}/model-config.yaml`);
  const report = sampleReport({
    models: names.map((path) =>
      sampleModel({ path, label: '1 GPU', status: 'unchanged', findings: [advice(severity)] }),
    ),
  });
  return text.render(report, {}).split('\n');
}

const count = (found: readonly string[]) => found.filter((line) => line.includes('Say it once.')).length;

describe('advice for many models', () => {
  test('is written once, with how many models have it and where the first is', () => {
    const found = lines(4, 'info');
    expect(count(found)).toBe(1);
    expect(found).toContain('Advice for many models');
    expect(found.join('\n')).toContain('noisy  4 of 4 models, first m0/model-config.yaml:1:1');
  });

  test('of a few models stands with each, and so does every warning', () => {
    expect(count(lines(3, 'info'))).toBe(3);
    expect(count(lines(5, 'warning'))).toBe(5);
  });
});
