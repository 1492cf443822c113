import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pt2InvalidType } from './rule.ts';

testRule(pt2InvalidType, cases);
