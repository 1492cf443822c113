import { policyReport } from '../testing/policy-report.ts';
import { sampleModel, sampleReport } from '../testing/sample-parts.ts';
import { hostGpusOf } from './host-gpus.ts';

const model = sampleModel({ path: 'a.yaml', label: 'cpu' });

test.each([
  ['of its pool', policyReport, 'h100x8', 8],
  ['unknown for the models of no pool', policyReport, null, null],
  ['of the report without pools', sampleReport({}), null, 8],
])('%s', (_name, report, pool, gpus) => {
  expect(hostGpusOf(report, { ...model, pool })).toBe(gpus);
});
