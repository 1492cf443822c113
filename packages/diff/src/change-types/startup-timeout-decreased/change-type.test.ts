import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { startupTimeoutDecreased } from './change-type.ts';

testChangeType(startupTimeoutDecreased, cases);
