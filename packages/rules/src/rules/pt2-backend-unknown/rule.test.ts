import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pt2BackendUnknown } from './rule.ts';

testRule(pt2BackendUnknown, cases);
