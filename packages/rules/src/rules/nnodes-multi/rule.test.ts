import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { nnodesMulti } from './rule.ts';

testRule(nnodesMulti, cases);
