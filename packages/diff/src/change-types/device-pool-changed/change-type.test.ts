import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { devicePoolChanged } from './change-type.ts';

testChangeType(devicePoolChanged, cases);
