import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { jobQueueSizeNotPositive } from './rule.ts';

testRule(jobQueueSizeNotPositive, cases);
