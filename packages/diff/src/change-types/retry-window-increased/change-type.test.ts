import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { retryWindowIncreased } from './change-type.ts';

testChangeType(retryWindowIncreased, cases);
