import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { maxBatchDelayDecreased } from './change-type.ts';

testChangeType(maxBatchDelayDecreased, cases);
