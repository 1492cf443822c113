import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { deviceTypeChanged } from './change-type.ts';

testChangeType(deviceTypeChanged, cases);
