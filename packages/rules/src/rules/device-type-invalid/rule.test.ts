import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { deviceTypeInvalid } from './rule.ts';

testRule(deviceTypeInvalid, cases);
