import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { ompThreadsDecreased } from './change-type.ts';

testChangeType(ompThreadsDecreased, cases);
