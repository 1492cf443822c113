import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { startupTimeoutIncreased } from './change-type.ts';

testChangeType(startupTimeoutIncreased, cases);
