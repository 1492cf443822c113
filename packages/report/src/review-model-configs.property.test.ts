import { hostileStrings } from '@topodiff/testkit';
import fc from 'fast-check';
import { sampleInputs } from './testing/sample-inputs.ts';
import { makeModel, reviewModels } from './testing/review-texts.ts';

const sampleTexts = Object.values(sampleInputs)
  .flatMap(({ models }) => models.slice(0, 3).flatMap(({ base, head }) => [base, head]))
  .flatMap((source) => (source?.kind === 'text' ? [source.text] : []));

/** A text of a sample with a piece cut out of it and another one put in, so that it is nearly right. */
const damaged = fc
  .tuple(
    fc.constantFrom(...sampleTexts),
    fc.nat(300),
    fc.nat(20),
    fc.oneof(
      fc.constantFrom(
        '\t',
        '\n',
        ': ',
        '- ',
        '"',
        "'",
        '{',
        '}',
        '[',
        '&a ',
        '*a',
        '<<: ',
        '!!int ',
        '|',
        '\u0000',
        '\ufeff',
      ),
      fc.constantFrom(...hostileStrings.map(({ text }) => text)),
    ),
  )
  .map(([text, at, length, piece]) => `${text.slice(0, at)}${piece}${text.slice(at + length)}`);
const text = fc.oneof(damaged, fc.string({ unit: 'binary' }), fc.constantFrom(...sampleTexts));
const side = fc.option(text, { freq: 8 });

test('no text makes the pipeline fail, and every report adds up', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 3 }), (pairs) => {
      const models = pairs.map(([base, head], index) =>
        makeModel(base, head, { path: `serving/m${index}/model-config.yaml` }),
      );
      const report = reviewModels(models);
      const internal = report.models
        .flatMap(({ findings }) => findings)
        .filter(({ ruleId }) => ruleId.startsWith('internal/'));
      expect(internal).toEqual([]);
      expect(report.models.length + report.skipped.length).toBe(models.length);
      for (const key of ['base', 'head'] as const) {
        const sum = report.models.reduce(
          (total, model) => total + (model[key]?.topology.effective.gpus ?? 0),
          0,
        );
        expect(report.fleet.gpus[key]).toBe(sum);
      }
      const fingerprints = report.models.flatMap(({ findings, changes }) =>
        [...findings, ...changes].map(({ fingerprint }) => fingerprint),
      );
      expect(new Set(fingerprints).size).toBe(fingerprints.length);
      expect(JSON.stringify(reviewModels([...models].reverse()).models)).toBe(JSON.stringify(report.models));
    }),
    { numRuns: 150 },
  );
});

test('a text against itself changes nothing and resolves nothing', () => {
  fc.assert(
    fc.property(text, (both) => {
      const [model] = reviewModels([makeModel(both, both, { isExplicit: true })]).models;
      expect(model).toMatchObject({ status: 'unchanged', changes: [], resolvedFindings: [], textHunks: [] });
      expect(model?.findings.every(({ isInBase }) => isInBase)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
