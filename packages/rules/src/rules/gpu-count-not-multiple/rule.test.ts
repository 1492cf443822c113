import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { gpuCountNotMultiple } from './rule.ts';

testRule(gpuCountNotMultiple, cases);
