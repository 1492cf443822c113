import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { deviceIdsWrongType } from './rule.ts';

testRule(deviceIdsWrongType, cases);
