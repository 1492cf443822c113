import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { maxBatchDelayNegative } from './rule.ts';

testRule(maxBatchDelayNegative, cases);
