import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { parentVisibleDevicesIgnored } from './rule.ts';

testRule(parentVisibleDevicesIgnored, cases);
