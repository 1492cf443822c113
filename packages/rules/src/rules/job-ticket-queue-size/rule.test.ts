import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { jobTicketQueueSize } from './rule.ts';

testRule(jobTicketQueueSize, cases);
