import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { customBrokenOnMaster } from './rule.ts';

testRule(customBrokenOnMaster, cases);
