import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { jobTicketEnabled } from './change-type.ts';

testChangeType(jobTicketEnabled, cases);
