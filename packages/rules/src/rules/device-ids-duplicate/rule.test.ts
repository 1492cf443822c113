import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { deviceIdsDuplicate } from './rule.ts';

testRule(deviceIdsDuplicate, cases);
