import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { batchSizeDecreased } from './change-type.ts';

testChangeType(batchSizeDecreased, cases);
