import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { sequenceKeysInert } from './rule.ts';

testRule(sequenceKeysInert, cases);
