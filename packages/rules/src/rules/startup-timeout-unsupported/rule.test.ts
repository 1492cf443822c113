import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { startupTimeoutUnsupported } from './rule.ts';

testRule(startupTimeoutUnsupported, cases);
