import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { maxBatchDelayZero } from './rule.ts';

testRule(maxBatchDelayZero, cases);
