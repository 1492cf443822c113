import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { workerCountDecreased } from './change-type.ts';

testChangeType(workerCountDecreased, cases);
