import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { batchSizeClamped } from './rule.ts';

testRule(batchSizeClamped, cases);
