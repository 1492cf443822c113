import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { registerJsonBatchDelay } from './rule.ts';

testRule(registerJsonBatchDelay, cases);
