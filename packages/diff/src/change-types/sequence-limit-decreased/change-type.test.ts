import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { sequenceLimitDecreased } from './change-type.ts';

testChangeType(sequenceLimitDecreased, cases);
