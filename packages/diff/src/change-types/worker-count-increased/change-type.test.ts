import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { workerCountIncreased } from './change-type.ts';

testChangeType(workerCountIncreased, cases);
