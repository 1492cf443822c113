import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { handlerBatchSizeOne } from './rule.ts';

testRule(handlerBatchSizeOne, cases);
