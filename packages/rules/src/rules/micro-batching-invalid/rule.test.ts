import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { microBatchingInvalid } from './rule.ts';

testRule(microBatchingInvalid, cases);
