import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { nnodesDecreased } from './change-type.ts';

testChangeType(nnodesDecreased, cases);
