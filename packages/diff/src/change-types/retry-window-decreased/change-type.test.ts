import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { retryWindowDecreased } from './change-type.ts';

testChangeType(retryWindowDecreased, cases);
