import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { sequenceWithJobTicket } from './rule.ts';

testRule(sequenceWithJobTicket, cases);
