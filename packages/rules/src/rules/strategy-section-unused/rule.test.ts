import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { strategySectionUnused } from './rule.ts';

testRule(strategySectionUnused, cases);
