import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { parallelLevelDecreased } from './change-type.ts';

testChangeType(parallelLevelDecreased, cases);
