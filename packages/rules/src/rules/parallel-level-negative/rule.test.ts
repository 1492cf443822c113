import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { parallelLevelNegative } from './rule.ts';

testRule(parallelLevelNegative, cases);
