import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { responseTimeoutIncreased } from './change-type.ts';

testChangeType(responseTimeoutIncreased, cases);
