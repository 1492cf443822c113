import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { gpuOverlapBetweenModels } from './rule.ts';

testRule(gpuOverlapBetweenModels, cases);
