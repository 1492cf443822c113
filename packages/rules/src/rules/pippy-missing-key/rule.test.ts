import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pippyMissingKey } from './rule.ts';

testRule(pippyMissingKey, cases);
