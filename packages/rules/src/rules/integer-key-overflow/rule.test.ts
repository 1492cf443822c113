import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { integerKeyOverflow } from './rule.ts';

testRule(integerKeyOverflow, cases);
