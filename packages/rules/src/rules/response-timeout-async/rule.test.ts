import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { responseTimeoutAsync } from './rule.ts';

testRule(responseTimeoutAsync, cases);
