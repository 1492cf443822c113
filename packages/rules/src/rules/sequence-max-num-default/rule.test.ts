import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { sequenceMaxNumDefault } from './rule.ts';

testRule(sequenceMaxNumDefault, cases);
