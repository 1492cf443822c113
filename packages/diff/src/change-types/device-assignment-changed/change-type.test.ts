import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { deviceAssignmentChanged } from './change-type.ts';

testChangeType(deviceAssignmentChanged, cases);
