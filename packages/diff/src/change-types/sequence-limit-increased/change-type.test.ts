import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { sequenceLimitIncreased } from './change-type.ts';

testChangeType(sequenceLimitIncreased, cases);
