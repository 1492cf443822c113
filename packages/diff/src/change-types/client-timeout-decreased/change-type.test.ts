import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { clientTimeoutDecreased } from './change-type.ts';

testChangeType(clientTimeoutDecreased, cases);
