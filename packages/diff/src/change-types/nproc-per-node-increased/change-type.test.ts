import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { nprocPerNodeIncreased } from './change-type.ts';

testChangeType(nprocPerNodeIncreased, cases);
