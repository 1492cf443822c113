import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { parallelLevelIncreased } from './change-type.ts';

testChangeType(parallelLevelIncreased, cases);
