import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { deviceIdsOnCpu } from './rule.ts';

testRule(deviceIdsOnCpu, cases);
