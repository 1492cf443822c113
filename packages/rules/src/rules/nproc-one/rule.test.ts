import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { nprocOne } from './rule.ts';

testRule(nprocOne, cases);
