import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { nprocPerNodeDecreased } from './change-type.ts';

testChangeType(nprocPerNodeDecreased, cases);
