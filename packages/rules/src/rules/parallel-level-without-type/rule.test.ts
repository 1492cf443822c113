import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { parallelLevelWithoutType } from './rule.ts';

testRule(parallelLevelWithoutType, cases);
