import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { gpusPerWorkerDecreased } from './change-type.ts';

testChangeType(gpusPerWorkerDecreased, cases);
