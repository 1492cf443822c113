import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { responseTimeoutDecreased } from './change-type.ts';

testChangeType(responseTimeoutDecreased, cases);
