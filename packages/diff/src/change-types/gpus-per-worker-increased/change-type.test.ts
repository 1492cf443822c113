import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { gpusPerWorkerIncreased } from './change-type.ts';

testChangeType(gpusPerWorkerIncreased, cases);
