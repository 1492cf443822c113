import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { maxWorkersIncreased } from './change-type.ts';

testChangeType(maxWorkersIncreased, cases);
