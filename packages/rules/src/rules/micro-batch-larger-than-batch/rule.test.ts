import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { microBatchLargerThanBatch } from './rule.ts';

testRule(microBatchLargerThanBatch, cases);
