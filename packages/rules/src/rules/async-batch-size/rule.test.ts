import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { asyncBatchSize } from './rule.ts';

testRule(asyncBatchSize, cases);
