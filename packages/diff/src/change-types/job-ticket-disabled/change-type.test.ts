import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { jobTicketDisabled } from './change-type.ts';

testChangeType(jobTicketDisabled, cases);
