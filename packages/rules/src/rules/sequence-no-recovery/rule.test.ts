import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { sequenceNoRecovery } from './rule.ts';

testRule(sequenceNoRecovery, cases);
