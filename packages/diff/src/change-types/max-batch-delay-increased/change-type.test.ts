import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { maxBatchDelayIncreased } from './change-type.ts';

testChangeType(maxBatchDelayIncreased, cases);
