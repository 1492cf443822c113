import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { batchDelayWithoutBatch } from './rule.ts';

testRule(batchDelayWithoutBatch, cases);
