import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { trtllmMissingKey } from './rule.ts';

testRule(trtllmMissingKey, cases);
