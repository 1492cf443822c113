import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { responseTimeoutLow } from './rule.ts';

testRule(responseTimeoutLow, cases);
