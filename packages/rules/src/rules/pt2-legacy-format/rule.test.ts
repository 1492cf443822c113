import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pt2LegacyFormat } from './rule.ts';

testRule(pt2LegacyFormat, cases);
