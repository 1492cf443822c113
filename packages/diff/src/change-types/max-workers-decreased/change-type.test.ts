import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { maxWorkersDecreased } from './change-type.ts';

testChangeType(maxWorkersDecreased, cases);
