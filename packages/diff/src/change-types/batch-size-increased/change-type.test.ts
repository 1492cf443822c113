import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { batchSizeIncreased } from './change-type.ts';

testChangeType(batchSizeIncreased, cases);
