import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { maxRetryOverflow } from './rule.ts';

testRule(maxRetryOverflow, cases);
