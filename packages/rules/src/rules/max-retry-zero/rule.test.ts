import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { maxRetryZero } from './rule.ts';

testRule(maxRetryZero, cases);
