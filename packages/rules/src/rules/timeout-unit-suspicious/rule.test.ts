import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { timeoutUnitSuspicious } from './rule.ts';

testRule(timeoutUnitSuspicious, cases);
