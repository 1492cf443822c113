import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { sequenceWithoutIdle } from './rule.ts';

testRule(sequenceWithoutIdle, cases);
