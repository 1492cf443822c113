import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { startupTimeoutMissing } from './rule.ts';

testRule(startupTimeoutMissing, cases);
