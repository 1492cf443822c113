import { cleanModel, largerModel, neverServing, quotedModel } from '../testing/sample-models.ts';
import { sampleReport } from '../testing/sample-parts.ts';
import { displayWidth } from './layout/display-width.ts';
import { renderEffective } from './render-effective.ts';
import { text } from './text.ts';
import { plainStyles, type TextStyles } from './text-options.ts';

const letters: TextStyles = {
  bold: (styled) => `<b>${styled}</b>`,
  dim: (styled) => `<d>${styled}</d>`,
  underline: (styled) => `<u>${styled}</u>`,
  red: (styled) => `<r>${styled}</r>`,
  yellow: (styled) => `<y>${styled}</y>`,
  green: (styled) => `<g>${styled}</g>`,
  cyan: (styled) => `<c>${styled}</c>`,
};

test('the headline is the path and both labels', () => {
  const lines = text.render(sampleReport({ models: [largerModel, quotedModel] }), {}).split('\n');
  expect(lines).toContain('serving/llama-70b/model-config.yaml  tp 4 GPUs → pptp 8 GPUs');
  expect(lines).toContain('serving/mixtral/model-config.yaml  tp 4 GPUs → tp 8 GPUs (runs 1 GPU)');
});

test('a finding that fits stands on one line, as linters write it', () => {
  const report = sampleReport({ comparison: null, models: [neverServing] });
  expect(text.render(report, {}).split('\n')).toContain(
    '  custom.yaml:2:16  error  parallelLevel 16 needs more than the 8 GPUs of the host.  not-enough-gpus',
  );
});

test('colour adds nothing but colour', () => {
  const report = sampleReport({ models: [largerModel, quotedModel, neverServing, cleanModel] });
  const coloured = text.render(report, { styles: letters });
  expect(coloured).toContain('<r>error</r>');
  expect(coloured).toContain('<u>serving/mixtral/model-config.yaml</u>');
  expect(coloured.replaceAll(/<\/?[bdurygc]>/g, '')).toBe(text.render(report, { styles: plainStyles }));
});

test.each([60, 80, 100, 140])('at %i columns only a word that is longer runs over', (width) => {
  const lines = text.render(sampleReport({ models: [quotedModel, largerModel] }), { width }).split('\n');
  const wrapped = lines.filter((line) => line.startsWith('    '));
  expect(wrapped.length).toBeGreaterThan(5);
  expect(wrapped.filter((line) => displayWidth(line) > width)).toEqual([]);
});

test('effective lists every setting, with what is unknown marked', () => {
  const lines = renderEffective(sampleReport({ comparison: null, models: [quotedModel] }), {}).split('\n');
  expect(lines).toContain('  setting                      declared  effective  why');
  expect(lines).toContain('  torchrun.nproc-per-node      "8"       1          ignored: wrong type');
  expect(lines).toContain('  deviceType                   –         gpu        default, assumed');
});
