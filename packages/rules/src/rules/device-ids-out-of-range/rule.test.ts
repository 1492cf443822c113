import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { deviceIdsOutOfRange } from './rule.ts';

testRule(deviceIdsOutOfRange, cases);
