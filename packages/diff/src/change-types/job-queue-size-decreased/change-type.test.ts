import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { jobQueueSizeDecreased } from './change-type.ts';

testChangeType(jobQueueSizeDecreased, cases);
