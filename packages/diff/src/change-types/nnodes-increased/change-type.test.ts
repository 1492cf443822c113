import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { nnodesIncreased } from './change-type.ts';

testChangeType(nnodesIncreased, cases);
