import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { timeoutNotPositive } from './rule.ts';

testRule(timeoutNotPositive, cases);
