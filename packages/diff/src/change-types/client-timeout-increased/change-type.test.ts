import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { clientTimeoutIncreased } from './change-type.ts';

testChangeType(clientTimeoutIncreased, cases);
