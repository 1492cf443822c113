import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { deviceIdsFewerThanLevel } from './rule.ts';

testRule(deviceIdsFewerThanLevel, cases);
