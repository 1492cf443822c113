import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { jobTicketContinuous } from './rule.ts';

testRule(jobTicketContinuous, cases);
