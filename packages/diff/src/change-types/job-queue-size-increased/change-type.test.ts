import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { jobQueueSizeIncreased } from './change-type.ts';

testChangeType(jobQueueSizeIncreased, cases);
