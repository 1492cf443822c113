import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { settingBecameIneffective } from './change-type.ts';

testChangeType(settingBecameIneffective, cases);
