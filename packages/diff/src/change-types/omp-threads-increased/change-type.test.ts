import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { ompThreadsIncreased } from './change-type.ts';

testChangeType(ompThreadsIncreased, cases);
